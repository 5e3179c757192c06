#include "query/option_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "core/base/date.h"
#include "core/text/utf8.h"
#include "query/parse/dates.h"
#include "query/parse/scope.h"

namespace postil::query {
namespace {

using schema::FieldId;

// A range of years is looked for year by year.
constexpr int kMaxYears = 1000;

struct NamedSort {
  std::string_view name;
  Sort sort;
};
constexpr std::array kSorts = {NamedSort{"relevance", Sort::kRelevance},
                               NamedSort{"newest", Sort::kNewest},
                               NamedSort{"oldest", Sort::kOldest}, NamedSort{"title", Sort::kTitle},
                               NamedSort{"length", Sort::kLength}};

// Facets that an answer shows unasked; folders and commenters are many and seldom wanted.
constexpr std::array kUsualFacets = {FieldId::kAuthor, FieldId::kOutlet, FieldId::kYear,
                                     FieldId::kKind,   FieldId::kLang,   FieldId::kTag};

template <class List>
std::string names_of(const List& list) {
  std::string names;
  for (const auto& each : list) {
    if (!names.empty()) names += ", ";
    names += each.name;
  }
  return names;
}

Error wrong_value(std::string_view option, std::string_view value, std::string hint) {
  return {ErrorKind::kUsage, fmt::format("{} cannot be \"{}\"", option, value), std::move(hint)};
}

// What the query language says of it.
Error wrong_value(std::string_view option, const Mistake& mistake) {
  return {ErrorKind::kUsage, fmt::format("{}: {}", option, mistake.message), mistake.hint};
}

bool is_year(std::string_view text) {
  const auto date = parse_partial_date(text);
  return date && date->month == 0;
}

// "2022" or "2020..2023" as years.
Result<std::vector<std::string>> read_years(std::string_view option, std::string_view value) {
  const std::size_t dots = value.find("..");
  const std::string_view first = value.substr(0, dots);
  const std::string_view last = dots == std::string_view::npos ? first : value.substr(dots + 2);
  if (!is_year(first) || !is_year(last)) {
    return wrong_value(
        option, value,
        "write a year or a range: 2022, 2020..2023; for all later ones, --since 2020");
  }
  const int begin = parse_partial_date(first)->year;
  const int end = parse_partial_date(last)->year;
  if (begin > end || end - begin >= kMaxYears) {
    return wrong_value(option, value, "write the earlier year first, and less than 1000 of them");
  }
  std::vector<std::string> years;
  for (int year = begin; year <= end; ++year) years.push_back(fmt::format("{:04}", year));
  return years;
}

Result<std::vector<std::string>> read_value(FieldId field, std::string_view option,
                                            const std::string& value) {
  if (!text::is_valid_utf8(value)) {
    return Error{ErrorKind::kUsage, fmt::format("the value of {} is not valid UTF-8", option),
                 "set your terminal to UTF-8"};
  }
  if (text::trim(value).empty()) return wrong_value(option, value, "write a value behind it");
  if (field == FieldId::kYear) return read_years(option, value);
  auto read = query::read_value(field, value);
  if (const auto* mistake = std::get_if<Mistake>(&read)) return wrong_value(option, *mistake);
  return std::vector<std::string>{std::get<std::string>(std::move(read))};
}

Status read_values(FieldId field, std::string_view option, const std::vector<std::string>& typed,
                   std::vector<std::string>& values) {
  for (const std::string& value : typed) {
    const auto read = read_value(field, option, value);
    if (!read) return read.error();
    values.insert(values.end(), read->begin(), read->end());
  }
  return ok();
}

// What the query language reads behind since: and until:, so that both mean the same.
Result<DateNode> read_date_option(std::string_view option, DateForm form,
                                  const std::string& value) {
  if (!text::is_valid_utf8(value)) return wrong_value(option, text::to_valid_utf8(value), "");
  auto read = read_date(value, form, today());
  if (const auto* mistake = std::get_if<Mistake>(&read)) return wrong_value(option, *mistake);
  return std::get<DateNode>(read);
}

// Several --since mean any of them, so the earliest; several --until the latest.
Result<std::optional<DateNode>> read_range(const DateValues& dates) {
  std::optional<DateNode> since;
  std::optional<DateNode> until;
  for (const std::string& value : dates.since) {
    const auto read = read_date_option("--since", DateForm::kSince, value);
    if (!read) return read.error();
    if (!since || first_day(*read->from) < first_day(*since->from)) since = *read;
  }
  for (const std::string& value : dates.until) {
    const auto read = read_date_option("--until", DateForm::kUntil, value);
    if (!read) return read.error();
    if (!until || last_day(*read->to) > last_day(*until->to)) until = *read;
  }
  if (since && until) {
    if (first_day(*since->from) > last_day(*until->to)) {
      return Error{ErrorKind::kUsage, "--since is later than --until", "exchange them"};
    }
    return std::optional<DateNode>(DateNode{since->from, until->to});
  }
  return since ? since : until;
}

Status read_exclusions(std::string_view option, DateForm form,
                       const std::vector<std::string>& typed, std::vector<DateNode>& dates) {
  for (const std::string& value : typed) {
    const auto read = read_date_option(option, form, value);
    if (!read) return read.error();
    dates.push_back(*read);
  }
  return ok();
}

Status read_dates(const DateValues& dates, Filters& filters) {
  const auto range = read_range(dates);
  if (!range) return range.error();
  filters.date = *range;
  const Status status =
      read_exclusions("--not-since", DateForm::kSince, dates.not_since, filters.not_dates);
  if (!status) return status;
  return read_exclusions("--not-until", DateForm::kUntil, dates.not_until, filters.not_dates);
}

}  // namespace

Result<Filters> read_filters(const std::vector<FacetValues>& facets, const DateValues& dates) {
  Filters filters;
  for (const FacetValues& typed : facets) {
    const std::string_view name = schema::field(typed.field).name;
    FacetFilter filter;
    filter.field = typed.field;
    Status status =
        read_values(typed.field, fmt::format("--{}", name), typed.any_of, filter.any_of);
    if (!status) return status.error();
    status = read_values(typed.field, fmt::format("--not-{}", name), typed.none_of, filter.none_of);
    if (!status) return status.error();
    if (!filter.any_of.empty() || !filter.none_of.empty()) {
      filters.facets.push_back(std::move(filter));
    }
  }
  const Status status = read_dates(dates, filters);
  if (!status) return status.error();
  return filters;
}

Result<std::vector<FieldId>> read_facets(const std::string& list) {
  std::vector<FieldId> facets;
  if (list == "none") return facets;
  if (list.empty()) return std::vector<FieldId>(kUsualFacets.begin(), kUsualFacets.end());
  if (list == "all") {
    for (const schema::Field& field : schema::kFields) {
      if (field.is_facet()) facets.push_back(field.id);
    }
    return facets;
  }
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const std::string name = list.substr(begin, end - begin);
    const schema::Field* field = schema::find_field(name);
    if (field == nullptr || !field->is_facet()) {
      return wrong_value(
          "--facets", list,
          fmt::format("write all, none, or some of {}, parted by commas", facet_names()));
    }
    if (std::find(facets.begin(), facets.end(), field->id) == facets.end()) {
      facets.push_back(field->id);
    }
    begin = end + 1;
  }
  return facets;
}

Result<Sort> read_sort(const std::string& name) {
  for (const NamedSort& sort : kSorts) {
    if (sort.name == name) return sort.sort;
  }
  return wrong_value("--sort", name, "write one of: " + sort_names());
}

Result<const Output*> read_format(const std::string& name) {
  const Output* output = find_output(name);
  if (output != nullptr) return output;
  return wrong_value("--format", name, "write one of: " + format_names());
}

Result<ColourChoice> read_colour(const std::string& name) {
  if (name == "auto") return ColourChoice::kAuto;
  if (name == "always") return ColourChoice::kAlways;
  if (name == "never") return ColourChoice::kNever;
  return wrong_value("--color", name, "write auto, always or never");
}

Result<std::uint64_t> read_count(std::string_view option, const std::string& value) {
  std::uint64_t number = 0;
  const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (code == std::errc() && end == value.data() + value.size()) return number;
  return wrong_value(option, value, "write a whole number, 0 or more");
}

std::string format_names() { return names_of(outputs()); }

std::string sort_names() { return names_of(kSorts); }

std::string facet_names() {
  std::string names;
  for (const schema::Field& field : schema::kFields) {
    if (!field.is_facet()) continue;
    if (!names.empty()) names += ", ";
    names += field.name;
  }
  return names;
}

std::string format_names_if(const std::function<bool(const Output&)>& can) {
  std::vector<std::string_view> names;
  for (const Output& output : outputs()) {
    if (can(output)) names.push_back(output.name);
  }
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
    list += names[i];
  }
  return list;
}

}  // namespace postil::query
