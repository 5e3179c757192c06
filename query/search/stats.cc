#include "query/search/stats.h"

#include <algorithm>

#include "core/schema/roots.h"
#include "core/schema/stamp.h"
#include "core/schema/terms.h"
#include "query/search/postings.h"
#include "query/search/slot_reader.h"
#include "query/search/tally.h"

namespace postil::query {
namespace {

using schema::FieldId;

std::uint64_t sum_of_lengths(const Xapian::Database& database) {
  std::uint64_t words = 0;
  for (auto value = database.valuestream_begin(schema::kLengthSlot);
       value != database.valuestream_end(schema::kLengthSlot); ++value) {
    words += schema::decode_number(*value);
  }
  return words;
}

// The date that may mean every day from `first` to `last`, as precise as it was written.
PartialDate with_precision(const PartialDate& first, const PartialDate& last) {
  if (first == last) return first;
  const PartialDate month{first.year, first.month, 0};
  return last_day(month) == last ? month : PartialDate{first.year, 0, 0};
}

void read_dates(const Xapian::Database& database, const RecordIds& articles, Stats& stats) {
  SlotReader first_days(database, schema::kFirstDaySlot);
  SlotReader last_days(database, schema::kLastDaySlot);
  PartialDate earliest_day{9999, 12, 31};
  PartialDate latest_day{};
  for (const Xapian::docid id : articles) {
    const auto first = schema::decode_day(first_days.read(id));
    const auto last = schema::decode_day(last_days.read(id));
    if (!first || !last) {
      ++stats.undated_articles;
      continue;
    }
    if (*first < earliest_day) {
      earliest_day = *first;
      stats.earliest = with_precision(*first, *last);
    }
    if (*last > latest_day) {
      latest_day = *last;
      stats.latest = with_precision(*first, *last);
    }
  }
}

}  // namespace

Stats collect_stats(const State& state) {
  const Xapian::Database& database = state.database;
  Stats stats;
  stats.articles = record_count(state, article_term());
  stats.comments = record_count(state, comment_term());
  stats.words = sum_of_lengths(database);
  const RecordIds articles = records_with_any(state, {article_term()});
  read_dates(database, articles, stats);
  stats.languages =
      tally(database, state.columns, articles, {FieldId::kLang}).facets.front().values;
  const std::string roots = database.get_metadata(std::string(schema::kRootsKey));
  for (schema::Root& root : schema::decode_roots(roots)) {
    stats.folders.push_back(std::move(root.path));
  }
  stats.stamp = database.get_metadata(std::string(schema::kStampKey));
  return stats;
}

}  // namespace postil::query
