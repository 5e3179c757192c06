#include "query/search/stats.h"

#include <algorithm>

#include "core/schema/roots.h"
#include "core/schema/stamp.h"
#include "core/schema/terms.h"
#include "query/search/records.h"
#include "query/search/tally.h"

namespace postil::query {
namespace {

using schema::FieldId;

std::string kind_term(schema::Kind kind) {
  return schema::value_term(schema::field(FieldId::kKind), schema::name(kind));
}

std::uint64_t sum_of_lengths(const Xapian::Database& database) {
  std::uint64_t words = 0;
  for (auto value = database.valuestream_begin(schema::kLengthSlot);
       value != database.valuestream_end(schema::kLengthSlot); ++value) {
    words += schema::decode_number(*value);
  }
  return words;
}

// "20220301" as a date.
std::optional<PartialDate> read_day(const std::string& day) {
  if (day.size() != 8) return std::nullopt;
  return parse_partial_date(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6));
}

void read_dates(const Xapian::Database& database, const RecordIds& articles, Stats& stats) {
  auto day = database.valuestream_begin(schema::kFirstDaySlot);
  const auto end = database.valuestream_end(schema::kFirstDaySlot);
  for (const Xapian::docid id : articles) {
    if (day != end && day.get_docid() < id) day.skip_to(id);
    if (day == end || day.get_docid() != id) {
      ++stats.undated_articles;
      continue;
    }
    const auto date = read_day(*day);
    if (!date) continue;
    stats.earliest = std::min(stats.earliest.value_or(*date), *date);
    stats.latest = std::max(stats.latest.value_or(*date), *date);
  }
}

}  // namespace

Stats collect_stats(const Xapian::Database& database) {
  Stats stats;
  stats.articles = database.get_termfreq(kind_term(schema::Kind::kArticle));
  stats.comments = database.get_termfreq(kind_term(schema::Kind::kComment));
  stats.words = sum_of_lengths(database);
  const RecordIds articles =
      matching_records(database, Xapian::Query(kind_term(schema::Kind::kArticle)));
  read_dates(database, articles, stats);
  stats.languages = tally(database, articles, {FieldId::kLang}).facets.front().values;
  const std::string roots = database.get_metadata(std::string(schema::kRootsKey));
  for (schema::Root& root : schema::decode_roots(roots)) {
    stats.folders.push_back(std::move(root.path));
  }
  stats.stamp = database.get_metadata(std::string(schema::kStampKey));
  return stats;
}

}  // namespace postil::query
