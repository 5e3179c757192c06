// Dates as questions write them: 2022, 2022-03, 2022-03-18, ranges open on either side, and ages
// such as 6m, counted back from today.

#ifndef POSTIL_QUERY_PARSE_DATES_H_
#define POSTIL_QUERY_PARSE_DATES_H_

#include <cstdint>
#include <string_view>
#include <variant>

#include "core/base/date.h"
#include "query/parse/ast.h"
#include "query/parse/mistake.h"

namespace postil::query {

enum class DateForm : std::uint8_t {
  kDate,   // date:A, date:A..B, date:A.., date:..B
  kSince,  // since:A is date:A..
  kUntil,  // until:A is date:..A
};

// `text` is what stands behind the colon; ages (1y, 6m, 2w, 30d) count back from `today`.
std::variant<DateNode, Mistake> read_date(std::string_view text, DateForm form,
                                          const PartialDate& today);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_DATES_H_
