#include "query/arguments.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/base/empty_argument.h"

namespace postil::query {
namespace {

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Splitter {
 public:
  Splitter(const std::vector<std::string>& arguments, const TakesValue& takes_value)
      : arguments_(arguments), takes_value_(takes_value) {}

  Result<Arguments> split() {
    for (; next_ < arguments_.size(); ++next_) {
      const std::string& argument = arguments_[next_];
      if (argument == "--") {
        found_.words.insert(found_.words.end(),
                            arguments_.begin() + static_cast<std::ptrdiff_t>(next_) + 1,
                            arguments_.end());
        break;
      }
      const Status status = take(argument);
      if (!status) return status.error();
    }
    return std::move(found_);
  }

 private:
  Status take(const std::string& argument) {
    if (argument.size() < 2 || argument[0] != '-') {
      found_.words.push_back(argument);
      return ok();
    }
    if (argument[1] == '-') return take_long(argument);
    if (is_cluster(argument)) return take_cluster(argument);
    if (!found_.words.empty()) {
      found_.words.push_back(argument);
      return ok();
    }
    return Error{ErrorKind::kUsage, fmt::format("there is no option {}", argument),
                 "to leave a word out, write it behind another (postil-query talks -sanctions) or "
                 "behind --; all options: postil-query --help"};
  }

  Status take_long(const std::string& argument) {
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(0, equals);
    const std::optional<bool> takes = takes_value_(name);
    if (!takes) {
      return Error{ErrorKind::kUsage, fmt::format("there is no option {}", name),
                   "all options: postil-query --help"};
    }
    if (equals + 1 == argument.size()) return empty_value(name);
    if (!*takes || equals != std::string::npos) {
      found_.options.push_back(argument);
      return ok();
    }
    return take_with_value(argument + "=", name);
  }

  // Only short options, the last of which may take a value: in the same argument a number, or, as
  // long as no word of the question came before, anything.
  bool is_cluster(std::string_view argument) const {
    for (std::size_t i = 1; i < argument.size(); ++i) {
      const std::optional<bool> takes = takes_value_(std::string{'-', argument[i]});
      if (!takes) return false;
      if (*takes) return found_.words.empty() || is_number(argument.substr(i + 1));
    }
    return true;
  }

  Status take_cluster(const std::string& argument) {
    const std::string last = {'-', argument.back()};
    const bool all_flags_before =
        std::none_of(argument.begin() + 1, argument.end() - 1, [&](char c) {
          return takes_value_(std::string{'-', c}).value_or(false);
        });
    if (all_flags_before && takes_value_(last).value_or(false)) {
      return take_with_value(argument, last);
    }
    found_.options.push_back(argument);
    return ok();
  }

  // `prefix` and the next argument as one.
  Status take_with_value(const std::string& prefix, const std::string& name) {
    if (next_ + 1 == arguments_.size()) {
      return Error{ErrorKind::kUsage, fmt::format("{} needs a value behind it", name),
                   "all options: postil-query --help"};
    }
    const std::string& value = arguments_[++next_];
    if (value.empty()) return empty_value(name);
    found_.options.push_back(prefix + value);
    return ok();
  }

  const std::vector<std::string>& arguments_;
  const TakesValue& takes_value_;
  std::size_t next_ = 0;
  Arguments found_;
};

}  // namespace

Result<Arguments> split_arguments(const std::vector<std::string>& arguments,
                                  const TakesValue& takes_value) {
  return Splitter(arguments, takes_value).split();
}

}  // namespace postil::query
