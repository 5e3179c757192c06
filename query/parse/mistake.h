// A mistake as the parts of the parser hand it up, before its place is counted out as a column.

#ifndef POSTIL_QUERY_PARSE_MISTAKE_H_
#define POSTIL_QUERY_PARSE_MISTAKE_H_

#include <string>
#include <string_view>

namespace postil::query {

struct Mistake {
  std::string_view place;  // the part of the question that is wrong; a view into it
  std::string message;     // as in QueryError
  std::string hint;
};

// "peace talks" in quotes, cut if it is long: how a hint repeats a piece of the question.
std::string quoted(std::string_view text);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_MISTAKE_H_
