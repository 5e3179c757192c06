#include "query/search/tally.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/schema/terms.h"
#include "query/search/author_names.h"
#include "query/search/slot_ordinals.h"

namespace postil::query {
namespace {

// An article and its comments share the values of most facets; these two belong to each record,
// which has one value at most.
bool is_own_value(schema::FieldId field) {
  return field == schema::FieldId::kKind || field == schema::FieldId::kCommenter;
}

struct Count {
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;

  void add(const Count& other) {
    articles += other.articles;
    comments += other.comments;
  }
};

// Which ordinals were met.
class Distinct {
 public:
  // True the first time.
  bool add(std::uint32_t ordinal) {
    if (ordinal >= met_.size()) met_.resize(std::size_t{ordinal} * 2 + 1);
    const bool is_new = !met_[ordinal];
    met_[ordinal] = true;
    return is_new;
  }

 private:
  std::vector<bool> met_;
};

// A record that matches, as each facet counts it.
struct CountedRecord {
  Xapian::docid id = 0;
  std::uint32_t article = 0;  // its ordinal
  bool is_first = false;      // of this article
  bool is_comment = false;
};

// Counts by the ordinals of a slot, each of which stands for all the values of a record, and only
// at the end value by value.
class FacetCounter {
 public:
  FacetCounter(const Xapian::Database& database, const schema::Columns* columns,
               schema::FieldId field)
      : field_(field), names_(database), ordinals_(database, schema::field(field).slot, columns) {}

  void count(const std::vector<CountedRecord>& records) {
    is_own_value(field_) ? count_own(records) : count_shared(records);
  }

  Facet finish();

 private:
  struct Value {
    Count sum;
    std::map<std::string, Count> spellings;
  };
  void count_shared(const std::vector<CountedRecord>& records);
  void count_own(const std::vector<CountedRecord>& records);
  Count& count_of(std::uint32_t ordinal);
  std::uint32_t first_spelling(std::uint32_t ordinal);
  const std::string& key(std::string_view spelling);
  std::unordered_map<std::string, Value> by_key();

  // So many different values, and fewer, are kept apart by a bit for each article.
  static constexpr std::uint32_t kFewValues = 8;

  // True the first time that an article comes with this ordinal.
  bool is_new(std::uint32_t article, std::uint32_t ordinal) {
    if (ordinal > kFewValues) return met_.insert(std::uint64_t{article} << 32 | ordinal).second;
    return met_few_[ordinal - 1].add(article);
  }

  schema::FieldId field_;
  AuthorNames names_;
  SlotOrdinals ordinals_;
  std::vector<Count> counts_;                          // by ordinal
  std::unordered_map<std::string, std::string> keys_;  // by spelling
  std::uint64_t unknown_ = 0;

  // Of own values:
  std::vector<std::uint32_t> first_spellings_;                     // by ordinal; 0: not known
  std::unordered_map<std::string, std::uint32_t> first_with_key_;  // ordinals
  std::array<Distinct, kFewValues> met_few_;                       // articles, by ordinal - 1
  std::unordered_set<std::uint64_t> met_;  // the same of more: article and ordinal
};

Count& FacetCounter::count_of(std::uint32_t ordinal) {
  if (ordinal >= counts_.size()) counts_.resize(std::size_t{ordinals_.greatest()} + 1);
  return counts_[ordinal];
}

void FacetCounter::count_shared(const std::vector<CountedRecord>& records) {
  for (const CountedRecord& record : records) {
    const std::uint32_t ordinal = ordinals_.at(record.id);
    if (ordinal == 0) {
      unknown_ += record.is_first;
      continue;
    }
    Count& count = count_of(ordinal);
    count.comments += record.is_comment;
    count.articles += record.is_first;
  }
}

// Comments count for their spelling, articles for the first spelling of the value, so that one
// whose comments have several of them counts once. It is unknown if none of its records has any.
void FacetCounter::count_own(const std::vector<CountedRecord>& records) {
  Distinct known;  // articles
  for (const CountedRecord& record : records) {
    unknown_ += record.is_first;
    const std::uint32_t ordinal = ordinals_.at(record.id);
    if (ordinal == 0) continue;
    unknown_ -= known.add(record.article);
    count_of(ordinal).comments += record.is_comment;
    const std::uint32_t first = first_spelling(ordinal);
    count_of(first).articles += is_new(record.article, first);
  }
}

// The ordinal that came first of those whose value has the same key.
std::uint32_t FacetCounter::first_spelling(std::uint32_t ordinal) {
  if (ordinal >= first_spellings_.size()) {
    first_spellings_.resize(std::size_t{ordinals_.greatest()} + 1);
  }
  std::uint32_t& first = first_spellings_[ordinal];
  if (first != 0) return first;
  const auto values = schema::decode_values(ordinals_.value(ordinal));
  if (values.empty()) return first = ordinal;  // damaged
  return first = first_with_key_.try_emplace(key(values.front()), ordinal).first->second;
}

const std::string& FacetCounter::key(std::string_view spelling) {
  const auto [key, is_new] = keys_.try_emplace(std::string(spelling));
  if (is_new) key->second = names_.key(field_, spelling);
  return key->second;
}

bool comes_before(const FacetValue& a, const FacetValue& b) {
  if (a.articles != b.articles) return a.articles > b.articles;
  if (a.comments != b.comments) return a.comments > b.comments;
  return a.value < b.value;
}

// The spellings of each value, by its key. A record that has several of them counts once.
std::unordered_map<std::string, FacetCounter::Value> FacetCounter::by_key() {
  std::unordered_map<std::string, Value> values;
  const schema::Field& field = schema::field(field_);
  std::set<std::string_view> met;  // keys of one record
  for (std::uint32_t ordinal = 1; ordinal < counts_.size(); ++ordinal) {
    const Count& count = counts_[ordinal];
    if (count.articles + count.comments == 0) continue;
    met.clear();
    for (const std::string_view spelling :
         schema::counted_values(field, ordinals_.value(ordinal))) {
      const std::string& of_value = key(spelling);
      Value& value = values[of_value];
      value.spellings[std::string(spelling)].add(is_own_value(field_) ? Count{0, count.comments}
                                                                      : count);
      if (met.insert(of_value).second) value.sum.add(count);
    }
  }
  return values;
}

// Each value is shown in the commonest of its spellings.
Facet FacetCounter::finish() {
  Facet facet;
  facet.field = field_;
  facet.unknown_articles = unknown_;
  for (const auto& [key, value] : by_key()) {
    std::vector<FacetValue> spellings;
    for (const auto& [spelling, count] : value.spellings) {
      spellings.push_back({spelling, count.articles, count.comments, false});
    }
    FacetValue shown = *std::min_element(spellings.begin(), spellings.end(), comes_before);
    shown.articles = value.sum.articles;
    shown.comments = value.sum.comments;
    facet.values.push_back(std::move(shown));
  }
  std::sort(facet.values.begin(), facet.values.end(), comes_before);
  return facet;
}

}  // namespace

Tally tally(const Xapian::Database& database, const schema::Columns* columns, const RecordIds& ids,
            const std::vector<schema::FieldId>& facets) {
  Tally tally;
  SlotOrdinals articles(database, schema::kArticleSlot, columns);
  SlotOrdinals kinds(database, schema::field(schema::FieldId::kKind).slot, columns);
  const std::string comment = schema::encode_values({std::string(name(schema::Kind::kComment))});
  std::vector<CountedRecord> counted;
  if (!facets.empty()) counted.reserve(ids.size());
  SlotOrdinals versions(database, schema::kVersionSlot, columns);
  SlotOrdinals first_copies(database, schema::kFirstCopySlot, columns);  // of comments
  Distinct met_versions;
  Distinct met_copies;
  std::vector<bool> seen;       // by the article's ordinal
  std::uint32_t last_kind = 0;  // most records are of the kind of the one before
  bool is_comment = false;
  for (const Xapian::docid id : ids) {
    const std::uint32_t article = articles.at(id);
    if (article >= seen.size()) seen.resize(std::size_t{articles.greatest()} + 1);
    const bool first = !seen[article];
    seen[article] = true;
    tally.total.articles += first;
    const std::uint32_t kind = kinds.at(id);
    if (kind != last_kind) is_comment = kind != 0 && kinds.value(kind) == comment;
    last_kind = kind;
    ++(is_comment ? tally.total.comments : tally.total.article_texts);
    if (first) tally.total.versions += met_versions.add(versions.at(id));
    if (is_comment) {
      ++tally.comments_of[std::string(articles.value(article))];
      const std::uint32_t copy = first_copies.at(id);
      tally.total.comment_versions += copy == 0 || met_copies.add(copy);
    }
    if (!facets.empty()) counted.push_back({id, article, first, is_comment});
  }
  for (const schema::FieldId field : facets) {
    FacetCounter counter(database, columns, field);
    counter.count(counted);
    tally.facets.push_back(counter.finish());
  }
  return tally;
}

}  // namespace postil::query
