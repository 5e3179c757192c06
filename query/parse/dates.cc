#include "query/parse/dates.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace postil::query {
namespace {

constexpr std::size_t kMaxAgeDigits = 4;
// How to write what is read in this form.
std::string hint_for(DateForm form) {
  return form == DateForm::kDate
             ? "write 2022, 2022-03, 2022-03-18 or a range such as 2022-03..2024"
             : "write 2022, 2022-03 or 2022-03-18, or how long ago: 1y, 6m, 2w, 30d";
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "1y", "6m", "2w", "30d": that long before today.
std::optional<PartialDate> read_age(std::string_view text, const PartialDate& today) {
  if (text.size() < 2 || text.size() > kMaxAgeDigits + 1) return std::nullopt;
  int count = 0;
  for (char c : text.substr(0, text.size() - 1)) {
    if (!is_digit(c)) return std::nullopt;
    count = count * 10 + (c - '0');
  }
  switch (text.back()) {
    case 'y':
      return earlier(today, count, 0, 0);
    case 'm':
      return earlier(today, 0, count, 0);
    case 'w':
      return earlier(today, 0, 0, 7 * count);
    case 'd':
      return earlier(today, 0, 0, count);
    default:
      return std::nullopt;
  }
}

// Whether the text has the shape of a date, so that only its numbers can be wrong.
bool looks_like_date(std::string_view text) {
  constexpr std::string_view kShape = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  return std::equal(text.begin(), text.end(), kShape.begin(),
                    [](char c, char shape) { return shape == 'd' ? is_digit(c) : c == shape; });
}

using Point = std::variant<PartialDate, Mistake>;

Point read_point(std::string_view text, DateForm form, const PartialDate& today) {
  if (const auto date = parse_partial_date(text)) return *date;
  if (const auto age = read_age(text, today)) return *age;
  if (text.empty()) return Mistake{text, "a date is missing", hint_for(form)};
  if (looks_like_date(text)) {
    return Mistake{text, fmt::format("there is no such date as {}", text),
                   "months go from 01 to 12, and days to the month's last"};
  }
  return Mistake{text, fmt::format("\"{}\" is not a date", text), hint_for(form)};
}

std::variant<DateNode, Mistake> read_range(std::string_view text, std::size_t dots,
                                           const PartialDate& today) {
  const std::string_view first = text.substr(0, dots);
  const std::string_view last = text.substr(dots + 2);
  if (first.empty() && last.empty()) {
    return Mistake{text, "a range needs a date on one side at least", hint_for(DateForm::kDate)};
  }
  DateNode node;
  for (auto [part, date] : {std::pair(first, &node.from), std::pair(last, &node.to)}) {
    if (part.empty()) continue;
    Point point = read_point(part, DateForm::kDate, today);
    if (auto* mistake = std::get_if<Mistake>(&point)) return std::move(*mistake);
    *date = std::get<PartialDate>(point);
  }
  if (node.from && node.to && first_day(*node.from) > last_day(*node.to)) {
    return Mistake{text, fmt::format("the range {} ends before it begins", text),
                   fmt::format("write {}..{}", last, first)};
  }
  return node;
}

}  // namespace

std::variant<DateNode, Mistake> read_date(std::string_view text, DateForm form,
                                          const PartialDate& today) {
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    if (form == DateForm::kDate) return read_range(text, dots, today);
    return Mistake{text, "since: and until: take one date, not a range",
                   fmt::format("write date:{}", text)};
  }
  if (form == DateForm::kDate && read_age(text, today)) {
    return Mistake{text, fmt::format("{} ago is a single day", text),
                   fmt::format("write since:{0}, until:{0} or a range such as 2y..1y", text)};
  }
  Point point = read_point(text, form, today);
  if (auto* mistake = std::get_if<Mistake>(&point)) return std::move(*mistake);
  const PartialDate date = std::get<PartialDate>(point);
  DateNode node;
  if (form != DateForm::kUntil) node.from = date;
  if (form != DateForm::kSince) node.to = date;
  return node;
}

}  // namespace postil::query
