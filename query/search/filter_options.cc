#include "query/search/filter_options.h"

#include <fmt/format.h>

#include <algorithm>

namespace postil::query {
namespace {

// Whether a shell reads the character as itself.
bool is_plain(char c) {
  const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
  return is_letter || (c >= '0' && c <= '9') || !is_ascii ||
         std::string_view("-_./:,@%+").find(c) != std::string_view::npos;
}

void add_dates(std::string_view no, const DateNode& date, std::vector<std::string>& options) {
  const auto add = [&](std::string_view name, const std::optional<PartialDate>& day) {
    if (day) options.push_back(option_text(fmt::format("--{}{}", no, name), to_string(*day)));
  };
  add("since", date.from);
  add("until", date.to);
}

}  // namespace

std::string option_text(std::string_view option, std::string_view value) {
  if (!value.empty() && std::all_of(value.begin(), value.end(), is_plain)) {
    return fmt::format("{} {}", option, value);
  }
  std::string quoted = "'";
  for (const char c : value) {
    if (c == '\'') {
      quoted += "'\\''";  // behind the quotes and before new ones
    } else {
      quoted += c;
    }
  }
  return fmt::format("{} {}'", option, quoted);
}

std::vector<std::string> filter_options(const Filters& filters) {
  std::vector<std::string> options;
  for (const FacetFilter& filter : filters.facets) {
    const std::string_view name = schema::field(filter.field).name;
    for (const std::string& value : filter.any_of) {
      options.push_back(option_text(fmt::format("--{}", name), value));
    }
    for (const std::string& value : filter.none_of) {
      options.push_back(option_text(fmt::format("--not-{}", name), value));
    }
  }
  if (filters.date) add_dates("", *filters.date, options);
  for (const DateNode& date : filters.not_dates) add_dates("not-", date, options);
  return options;
}

}  // namespace postil::query
