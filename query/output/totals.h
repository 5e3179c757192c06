// How much was found, in words: "3 articles, 2 comments, 5 occurrences".

#ifndef POSTIL_QUERY_OUTPUT_TOTALS_H_
#define POSTIL_QUERY_OUTPUT_TOTALS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "query/search/answer.h"

namespace postil::query {

// "1 article", "0 articles".
std::string counted(std::uint64_t number, std::string_view singular);

// All of the totals; occurrences only where they are counted.
std::string totals_text(const Totals& total);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_TOTALS_H_
