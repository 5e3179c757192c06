#include "query/search/views/record_dates.h"

#include "core/schema/terms.h"
#include "query/search/stored.h"

namespace postil::query {
namespace {

// The date that may mean any day from the first to the last.
PartialDate between(const PartialDate& first, const PartialDate& last) {
  if (first == last) return first;
  const bool same_month = first.year == last.year && first.month == last.month;
  return {first.year, same_month ? first.month : std::uint8_t{0}, 0};
}

PartialDate cut(PartialDate date, Period period) {
  if (period != Period::kDay) date.day = 0;
  if (period == Period::kYear) date.month = 0;
  return date;
}

}  // namespace

RecordDates::RecordDates(const Xapian::Database& database, Period period)
    : database_(database),
      period_(period),
      first_days_(database, schema::kFirstDaySlot),
      last_days_(database, schema::kLastDaySlot),
      comment_days_(database, schema::kCommentDateSlot) {}

Result<std::optional<PartialDate>> RecordDates::read(Xapian::docid id, bool is_comment) {
  if (is_comment) return read_comment(id);
  const auto first = schema::decode_day(first_days_.read(id));
  if (!first) return first;
  const auto last = schema::decode_day(last_days_.read(id));
  return std::optional(cut(between(*first, last.value_or(*first)), period_));
}

// The value holds only the first day that a comment's date may mean: whether the first of a month
// stands for the month, and New Year's Day for the year, only the record tells.
Result<std::optional<PartialDate>> RecordDates::read_comment(Xapian::docid id) {
  std::optional<PartialDate> date = schema::decode_day(comment_days_.read(id));
  if (!date) return date;
  const bool may_be_year = date->month == 1 && date->day == 1;
  const bool is_doubtful = period_ == Period::kDay ? date->day == 1 : may_be_year;
  if (is_doubtful && period_ != Period::kYear) {
    const auto record = StoredRecord::fetch(database_, id);
    if (!record) return record.error();
    if ((*record)->published) date = (*record)->published;
  }
  return std::optional(cut(*date, period_));
}

}  // namespace postil::query
