#include "query/search/views/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "core/schema/terms.h"
#include "query/search/slot_reader.h"
#include "query/search/views/cells.h"
#include "query/search/views/collection.h"
#include "query/search/views/record_dates.h"

namespace postil::query {
namespace {

// What was counted of one period.
struct Counts {
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
  std::uint64_t article_occurrences = 0;
  std::uint64_t comment_occurrences = 0;
  std::uint64_t words = 0;
  std::uint64_t collection_articles = 0;
  std::uint64_t collection_comments = 0;
};

struct Counted {
  std::map<PartialDate, Counts> periods;
  Counts undated;
  std::uint64_t matches = 0;  // articles and comments, dated or not
  bool has_occurrences = false;
  bool has_rate = false;
};

// Periods as consecutive numbers.
std::int64_t ordinal(const PartialDate& date, Period period) {
  using namespace std::chrono;
  if (period == Period::kYear) return date.year;
  if (period == Period::kMonth) return date.year * 12 + date.month - 1;
  return sys_days(year(date.year) / month(date.month) / day(date.day)).time_since_epoch().count();
}

PartialDate from_ordinal(std::int64_t number, Period period) {
  using namespace std::chrono;
  if (period == Period::kYear) return {static_cast<std::int16_t>(number), 0, 0};
  if (period == Period::kMonth) {
    return {static_cast<std::int16_t>(number / 12), static_cast<std::uint8_t>(number % 12 + 1), 0};
  }
  const year_month_day date{sys_days(days(number))};
  return {static_cast<std::int16_t>(int{date.year()}),
          static_cast<std::uint8_t>(unsigned{date.month()}),
          static_cast<std::uint8_t>(unsigned{date.day()})};
}

bool is_precise(const PartialDate& date, Period period) {
  if (period == Period::kYear) return true;
  return date.month != 0 && (period == Period::kMonth || date.day != 0);
}

std::string name_of(const PartialDate& date, Period period) {
  if (is_precise(date, period)) return to_string(date);
  return to_string(date) + (date.month == 0 ? ", month unknown" : ", day unknown");
}

Result<Counted> count(const Prepared& question, Period period) {
  const Xapian::Database& database = question.state.database;
  const RecordIds& matches = question.matches;
  const auto& occurrences = question.occurrences;
  const auto collection = Collection::of(question);
  if (!collection) return collection.error();
  RecordDates dates(database, period);
  SlotReader lengths(database, schema::kLengthSlot);
  SlotReader kinds(database, schema::field(schema::FieldId::kKind).slot);
  const std::string comment = schema::encode_values({std::string(name(schema::Kind::kComment))});
  Counted counted;
  counted.matches = matches.size();
  counted.has_occurrences = occurrences.has_value();
  counted.has_rate = question.has_rate;
  std::size_t next = 0;  // of the matches
  for (const Xapian::docid id : collection->records()) {
    const bool is_comment = kinds.read(id) == comment;
    const auto date = dates.read(id, is_comment);
    if (!date) return date.error();
    Counts& here = *date ? counted.periods[**date] : counted.undated;
    here.words += schema::decode_number(lengths.read(id));
    ++(is_comment ? here.collection_comments : here.collection_articles);
    if (next == matches.size() || matches[next] != id) continue;
    ++(is_comment ? here.comments : here.articles);
    if (occurrences) {
      (is_comment ? here.comment_occurrences : here.article_occurrences) += (*occurrences)[next];
    }
    ++next;
  }
  return counted;
}

class Printer {
 public:
  Printer(Period period, const Counted& counted, RowSink& rows)
      : period_(period),
        has_occurrences_(counted.has_occurrences),
        has_rate_(counted.has_rate),
        rows_(rows) {}

  void print(const Counted& counted) {
    rows_.begin(columns());
    for (const auto& [date, counts] : counted.periods) {
      if (is_precise(date, period_)) {
        fill_up_to(ordinal(date, period_));
        next_ = ordinal(date, period_) + 1;
      } else {
        fill_up_to(ordinal(first_day(date), period_));
      }
      row(name_of(date, period_), counts);
    }
    const Counts& undated = counted.undated;
    if (undated.collection_articles + undated.collection_comments > 0) row({}, undated);
    note(undated);
    rows_.end(counted.matches > 0);
  }

 private:
  std::vector<Column> columns() const {
    const ColumnKind rate_kind = has_rate_ ? ColumnKind::kBar : ColumnKind::kNumber;
    const ColumnKind articles_kind = has_rate_ ? ColumnKind::kNumber : ColumnKind::kBar;
    return {{"period", "period", ColumnKind::kText, "undated"},
            {"articles", "articles", articles_kind},
            {"comments", "comments", ColumnKind::kNumber, "", true},
            {"article_occurrences", "in articles", ColumnKind::kNumber, "", true},
            {"comment_occurrences", "in comments", ColumnKind::kNumber, "", true},
            {"per_million", "per million words", rate_kind, "", !has_rate_},
            {"words", "of words", ColumnKind::kNumber, "", true},
            {"collection_articles", "of articles", ColumnKind::kNumber, "", true}};
  }

  // Rows for the periods of which the collection has nothing.
  void fill_up_to(std::int64_t end) {
    if (!next_ || *next_ >= end) return;
    empty_periods_ += static_cast<std::uint64_t>(end - *next_);
    if (end - *next_ > kMostEmptyPeriods) {
      row(to_string(from_ordinal(*next_, period_)) + ".." +
              to_string(from_ordinal(end - 1, period_)),
          Counts());
    } else {
      for (std::int64_t at = *next_; at < end; ++at) {
        row(to_string(from_ordinal(at, period_)), Counts());
      }
    }
    next_ = end;
  }

  void row(const std::string& period, const Counts& counts) {
    std::optional<std::uint64_t> in_articles;
    std::optional<std::uint64_t> in_comments;
    std::optional<double> rate;
    if (has_occurrences_) {
      in_articles = counts.article_occurrences;
      in_comments = counts.comment_occurrences;
      if (has_rate_) rate = per_million(*in_articles + *in_comments, counts.words);
    }
    rows_.row({text_cell(period), counts.articles, counts.comments, count_cell(in_articles),
               count_cell(in_comments), number_cell(rate), counts.words,
               counts.collection_articles});
  }

  void note(const Counts& undated) {
    if (!has_occurrences_) {
      rows_.note("occurrences are counted for a question of one word or one phrase");
    } else if (!has_rate_) {
      rows_.note(std::string(kNoRate));
    }
    if (empty_periods_ > 0) {
      rows_.note(fmt::format(
          "the collection has nothing of {} of these periods: there a rate is unknown, not zero",
          empty_periods_));
    }
    if (undated.articles + undated.comments == 0) return;
    rows_.note(fmt::format(
        "{} of the matching articles and {} of the matching comments are undated: last row",
        undated.articles, undated.comments));
  }

  Period period_;
  bool has_occurrences_;
  bool has_rate_;
  RowSink& rows_;
  std::uint64_t empty_periods_ = 0;
  std::optional<std::int64_t> next_;  // behind the last period that has its row
};

}  // namespace

Status Timeline::run(const Prepared& question, RowSink& rows) const {
  const auto counted = count(question, period_);
  if (!counted) return counted.error();
  Printer(period_, *counted, rows).print(*counted);
  return ok();
}

}  // namespace postil::query
