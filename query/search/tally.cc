#include "query/search/tally.h"

#include <algorithm>
#include <unordered_set>

#include "core/schema/terms.h"
#include "core/text/fold.h"
#include "query/search/slot_reader.h"

namespace postil::query {
namespace {

// An article and its comments share the values of most facets; these two belong to each record.
bool is_own_value(schema::FieldId field) {
  return field == schema::FieldId::kKind || field == schema::FieldId::kCommenter;
}

class FacetCounter {
 public:
  FacetCounter(const Xapian::Database& database, schema::FieldId field)
      : field_(field), slot_(database, schema::field(field).slot) {}

  // `first`: no record of this article was counted yet.
  void count(Xapian::docid id, std::uint32_t article, bool first, bool is_comment) {
    const std::string bytes = slot_.read(id);
    const auto values = schema::decode_values(bytes);
    if (values.empty() && first) ++unknown_;
    for (const std::string_view value : values) {
      Count& count = counts_[ordinal(value)];
      if (is_comment) ++count.comments;
      if (is_own_value(field_)) {
        count.articles += seen_.insert(std::uint64_t{article} << 32 | ordinal(value)).second;
      } else {
        count.articles += first;
      }
    }
  }

  Facet finish();

 private:
  struct Count {
    std::uint64_t articles = 0;
    std::uint64_t comments = 0;
  };

  std::uint32_t ordinal(std::string_view value) {
    const auto [found, is_new] =
        ordinals_.try_emplace(std::string(value), static_cast<std::uint32_t>(counts_.size()));
    if (is_new) counts_.emplace_back();
    return found->second;
  }

  schema::FieldId field_;
  SlotReader slot_;
  std::unordered_map<std::string, std::uint32_t> ordinals_;
  std::vector<Count> counts_;               // by ordinal
  std::unordered_set<std::uint64_t> seen_;  // article and ordinal, for own values
  std::uint64_t unknown_ = 0;
};

bool comes_before(const FacetValue& a, const FacetValue& b) {
  if (a.articles != b.articles) return a.articles > b.articles;
  if (a.comments != b.comments) return a.comments > b.comments;
  return a.value < b.value;
}

// Spellings that fold to one value become one, shown as the commonest of them.
Facet FacetCounter::finish() {
  std::vector<FacetValue> spellings;
  for (const auto& [value, ordinal] : ordinals_) {
    spellings.push_back({value, counts_[ordinal].articles, counts_[ordinal].comments, false});
  }
  std::sort(spellings.begin(), spellings.end(), comes_before);
  Facet facet;
  facet.field = field_;
  facet.unknown_articles = unknown_;
  std::unordered_map<std::string, std::size_t> folded;
  for (FacetValue& spelling : spellings) {
    const auto [found, is_new] =
        folded.try_emplace(text::fold_value(spelling.value), facet.values.size());
    if (is_new) {
      facet.values.push_back(std::move(spelling));
    } else {
      facet.values[found->second].articles += spelling.articles;
      facet.values[found->second].comments += spelling.comments;
    }
  }
  std::sort(facet.values.begin(), facet.values.end(), comes_before);
  return facet;
}

}  // namespace

Tally tally(const Xapian::Database& database, const RecordIds& ids,
            const std::vector<schema::FieldId>& facets) {
  Tally tally;
  SlotReader articles(database, schema::kArticleSlot);
  SlotReader kinds(database, schema::field(schema::FieldId::kKind).slot);
  const std::string comment = schema::encode_values({std::string(name(schema::Kind::kComment))});
  std::vector<FacetCounter> counters;
  for (const schema::FieldId field : facets) counters.emplace_back(database, field);
  std::unordered_map<std::string, std::uint32_t> ordinals;
  for (const Xapian::docid id : ids) {
    const std::string key = articles.read(id);
    const bool is_comment = kinds.read(id) == comment;
    const auto [article, first] =
        ordinals.try_emplace(key, static_cast<std::uint32_t>(ordinals.size()));
    ++(is_comment ? tally.total.comments : tally.total.article_texts);
    if (is_comment) ++tally.comments_of[key];
    for (FacetCounter& counter : counters) counter.count(id, article->second, first, is_comment);
  }
  tally.total.articles = ordinals.size();
  for (FacetCounter& counter : counters) tally.facets.push_back(counter.finish());
  return tally;
}

}  // namespace postil::query
