#include "query/search/ranking.h"

#include <algorithm>
#include <memory>

#include "core/schema/fields.h"

namespace postil::query {
namespace {

constexpr double kMinNormalisedLength = 0.25;

// Greater than any key: records without the value come last in ascending order.
constexpr const char* kLast = "\xff";

std::unique_ptr<Xapian::MultiValueKeyMaker> key_maker(Sort sort) {
  auto keys = std::make_unique<Xapian::MultiValueKeyMaker>();
  switch (sort) {
    case Sort::kRelevance:
      return nullptr;
    case Sort::kNewest:
      keys->add_value(schema::kFirstDaySlot, true, "");
      break;
    case Sort::kOldest:
      keys->add_value(schema::kFirstDaySlot, false, kLast);
      break;
    case Sort::kTitle:
      keys->add_value(schema::kTitleSlot, false, kLast);
      break;
    case Sort::kLength:
      keys->add_value(schema::kLengthSlot, true, "");
      break;
  }
  return keys;
}

}  // namespace

std::vector<Ranked> rank(const Xapian::Database& database, const Xapian::Query& ranking,
                         const Xapian::Query& filters, Sort sort, Unit unit, std::uint64_t offset,
                         std::uint64_t limit) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, ranking, filters));
  enquire.set_weighting_scheme(Xapian::BM25Weight(kK1, 0, 1, kB, kMinNormalisedLength));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_collapse_key(unit == Unit::kVersion ? schema::kVersionSlot : schema::kArticleSlot);
  const auto keys = key_maker(sort);
  if (keys) enquire.set_sort_by_key_then_relevance(keys.get(), false);
  const std::uint64_t count = database.get_doccount();
  const auto first = static_cast<Xapian::doccount>(std::min(offset, count));
  const auto most = static_cast<Xapian::doccount>(std::min(limit, count - first));
  const Xapian::MSet matches = enquire.get_mset(first, most);
  std::vector<Ranked> ranked;
  ranked.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    ranked.push_back({*match, match.get_weight()});
  }
  return ranked;
}

}  // namespace postil::query
