#include "core/base/date.h"

#include <fmt/format.h>

#include <chrono>
#include <ctime>

namespace postil {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

// The number in `text`, which must be `width` digits.
std::optional<int> digits(std::string_view text, std::size_t width) {
  if (text.size() != width) return std::nullopt;
  int number = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

PartialDate make(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day)};
}

}  // namespace

bool is_valid(const PartialDate& date) {
  if (date.year < 1 || date.year > 9999 || date.month > 12) return false;
  if (date.month == 0) return date.day == 0;
  return date.day <= days_in(date.year, date.month);
}

std::optional<PartialDate> parse_partial_date(std::string_view text) {
  const bool has_month = text.size() > 4;
  const bool has_day = text.size() > 7;
  if ((has_month && text[4] != '-') || (has_day && text[7] != '-')) return std::nullopt;
  const auto year = digits(text.substr(0, 4), 4);
  const auto month = has_month ? digits(text.substr(5, 2), 2) : 0;
  const auto day = has_day ? digits(text.substr(8), 2) : 0;
  if (!year || !month || !day) return std::nullopt;
  if ((has_month && *month == 0) || (has_day && *day == 0)) return std::nullopt;
  const PartialDate date = make(*year, *month, *day);
  if (!is_valid(date)) return std::nullopt;
  return date;
}

std::string to_string(const PartialDate& date) {
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

PartialDate first_day(const PartialDate& date) {
  return make(date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day);
}

PartialDate last_day(const PartialDate& date) {
  const int month = date.month == 0 ? 12 : date.month;
  return make(date.year, month, date.day == 0 ? days_in(date.year, month) : date.day);
}

PartialDate earlier(const PartialDate& day, int years, int months, int days) {
  namespace chrono = std::chrono;
  const PartialDate from = first_day(day);
  const int count = from.year * 12 + (from.month - 1) - years * 12 - months;
  const int year = count / 12;
  if (count < 12) return make(1, 1, 1);
  const int month = count % 12 + 1;
  const int last = days_in(year, month);
  const auto start = chrono::sys_days{chrono::year{year} / month /
                                      (static_cast<int>(from.day) > last ? last : from.day)};
  const chrono::year_month_day moved{start - chrono::days{days}};
  if (static_cast<int>(moved.year()) < 1) return make(1, 1, 1);
  return make(static_cast<int>(moved.year()),
              static_cast<int>(static_cast<unsigned>(moved.month())),
              static_cast<int>(static_cast<unsigned>(moved.day())));
}

PartialDate today() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  localtime_r(&now, &local);
  return make(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

}  // namespace postil
