// Highlights as JSON: pairs of code points, though they are bytes inside.

#ifndef POSTIL_QUERY_OUTPUT_JSON_HIGHLIGHTS_H_
#define POSTIL_QUERY_OUTPUT_JSON_HIGHLIGHTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "query/output/json_writer.h"
#include "query/search/answer.h"

namespace postil::query {

// [[begin, end], …] in `text`, counted in code points.
void write_highlights(std::string_view text, const std::vector<Highlight>& highlights,
                      JsonWriter& json);

void write_strings(const std::vector<std::string>& strings, JsonWriter& json);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_JSON_HIGHLIGHTS_H_
