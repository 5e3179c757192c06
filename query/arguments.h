// Parts the words of a question from the options on the command line, so that a word may be left
// out as the query language does it: postil-query talks -sanctions.

#ifndef POSTIL_QUERY_ARGUMENTS_H_
#define POSTIL_QUERY_ARGUMENTS_H_

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace postil::query {

// Whether an option of this name ("--limit", "-n") takes a value; none if there is no such option.
using TakesValue = std::function<std::optional<bool>(std::string_view name)>;

struct Arguments {
  std::vector<std::string> options;  // each with its value: "--limit=20", "-n20", "-c"
  std::vector<std::string> words;
};

// All behind "--" are words. Behind the first word, what begins with a single dash is a word too
// unless it is made of known short options (-c, -cl, -n20); before it, it must be an option. No
// option has an empty value.
Result<Arguments> split_arguments(const std::vector<std::string>& arguments,
                                  const TakesValue& takes_value);

}  // namespace postil::query

#endif  // POSTIL_QUERY_ARGUMENTS_H_
