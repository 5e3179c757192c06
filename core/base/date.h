// A calendar date as precise as its source and no more: a day, a month or a year. Read by the
// extractors from whatever people write, stored in the record, compared by date filters.

#ifndef POSTIL_CORE_BASE_DATE_H_
#define POSTIL_CORE_BASE_DATE_H_

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace postil {

struct PartialDate {
  std::int16_t year = 0;   // 1 to 9999, proleptic Gregorian
  std::uint8_t month = 0;  // 1 to 12, 0: only the year is known
  std::uint8_t day = 0;    // 1 to 31, 0: only year and month are known

  auto operator<=>(const PartialDate&) const = default;
};

// True when the parts name a day, month or year that exists (29 February only in leap years).
bool is_valid(const PartialDate& date);

// "2024", "2024-03", "2024-03-20", nothing else, no surrounding space.
std::optional<PartialDate> parse_partial_date(std::string_view text);

// The same forms back: "2024", "2024-03" or "2024-03-20".
std::string to_string(const PartialDate& date);

// The first and the last day that a partial date may mean: 2024-02 is 2024-02-01 to 2024-02-29.
PartialDate first_day(const PartialDate& date);
PartialDate last_day(const PartialDate& date);

// The date `years`, `months` and `days` earlier; a day that the earlier month lacks becomes its
// last.
PartialDate earlier(const PartialDate& day, int years, int months, int days);

// Today on this machine's clock, in local time.
PartialDate today();

}  // namespace postil

#endif  // POSTIL_CORE_BASE_DATE_H_
