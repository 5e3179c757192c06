// What JSON says of an article and a comment wherever they stand: as results and read as a whole.

#ifndef POSTIL_QUERY_OUTPUT_JSON_DESCRIPTION_H_
#define POSTIL_QUERY_OUTPUT_JSON_DESCRIPTION_H_

#include <string>
#include <vector>

#include "query/output/json_writer.h"
#include "query/search/description.h"

namespace postil::query {

// Keys and values of an object that the caller begins and ends.
void write_description(const ArticleDescription& article, JsonWriter& json);
void write_description(const CommentDescription& comment, JsonWriter& json);

// [[begin, end], …], counted in code points, though highlights are bytes.
void write_highlights(const MarkedText& marked, JsonWriter& json);

void write_strings(const std::vector<std::string>& strings, JsonWriter& json);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_JSON_DESCRIPTION_H_
