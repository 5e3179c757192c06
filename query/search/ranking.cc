#include "query/search/ranking.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "query/search/records.h"
#include "query/search/slot_reader.h"
#include "query/search/stored.h"

namespace postil::query {
namespace {

// What records are sorted by before their scores.
struct SortKey {
  schema::Slot slot = schema::kNoSlot;
  bool descending = false;
};

SortKey key_of(Sort sort) {
  switch (sort) {
    case Sort::kNewest:
      return {schema::kFirstDaySlot, true};
    case Sort::kOldest:
      return {schema::kFirstDaySlot, false};
    case Sort::kTitle:
      return {schema::kTitleSlot, false};
    case Sort::kLength:
      return {schema::kLengthSlot, true};
    case Sort::kRelevance:
      break;
  }
  return {};
}

// Gives comments the length of their article in place of their own: a result is an article. `ids`
// are those whose lengths these are.
void put_lengths_of_articles(const State& state, const RecordIds& ids,
                             std::vector<std::string>& lengths) {
  const RecordIds comments = records_with_any(state, {comment_term()}, &ids);
  if (comments.empty()) return;
  std::unordered_map<std::string, std::string> length_of;  // of an article, by its key
  SlotReader wanted_keys(state.database, schema::kArticleSlot);
  for (const Xapian::docid id : comments) length_of.try_emplace(wanted_keys.read(id));
  SlotReader article_keys(state.database, schema::kArticleSlot);
  SlotReader article_lengths(state.database, schema::kLengthSlot);
  for (const Xapian::docid id : records_with_any(state, {article_term()})) {
    const auto wanted = length_of.find(article_keys.read(id));
    if (wanted != length_of.end()) wanted->second = article_lengths.read(id);
  }
  SlotReader keys(state.database, schema::kArticleSlot);
  for (auto at = ids.begin(); const Xapian::docid id : comments) {
    at = std::lower_bound(at, ids.end(), id);
    lengths[static_cast<std::size_t>(at - ids.begin())] = length_of[keys.read(id)];
  }
}

// Whether one record comes before another, each by its place among the records.
class Before {
 public:
  Before(const State& state, const ScoredRecords& records, Sort sort)
      : records_(records), key_(key_of(sort)) {
    if (key_.slot == schema::kNoSlot) return;
    SlotReader reader(state.database, key_.slot);
    for (const Xapian::docid id : records.ids) values_.push_back(reader.read(id));
    if (sort == Sort::kLength) put_lengths_of_articles(state, records.ids, values_);
  }

  bool operator()(std::size_t a, std::size_t b) const {
    if (!values_.empty() && values_[a] != values_[b]) {
      // Records without a value come last in either order.
      if (values_[a].empty() || values_[b].empty()) return values_[b].empty();
      return key_.descending ? values_[a] > values_[b] : values_[a] < values_[b];
    }
    if (records_.scores[a] != records_.scores[b]) return records_.scores[a] > records_.scores[b];
    return a < b;
  }

  // Whether `place` comes after `other`, which is before it among the records.
  bool is_after(std::size_t place, std::size_t other) const {
    if (values_.empty()) return records_.scores[place] <= records_.scores[other];
    return !(*this)(place, other);
  }

 private:
  const ScoredRecords& records_;
  SortKey key_;
  std::vector<std::string> values_;
};

// The best so many of the records, in their order.
std::vector<std::uint32_t> best_places(std::size_t records, std::size_t most,
                                       const Before& before) {
  std::vector<std::uint32_t> places(std::min(records, most));
  std::iota(places.begin(), places.end(), 0U);
  std::make_heap(places.begin(), places.end(), before);  // the last of them first
  for (std::size_t place = places.size(); place < records; ++place) {
    if (before.is_after(place, places.front())) continue;
    std::pop_heap(places.begin(), places.end(), before);
    places.back() = static_cast<std::uint32_t>(place);
    std::push_heap(places.begin(), places.end(), before);
  }
  std::sort_heap(places.begin(), places.end(), before);
  return places;
}

// Several records may be of one group, so that more may be needed than are asked for.
constexpr std::size_t kSomeMore = 64;
constexpr std::size_t kTimesMore = 16;

}  // namespace

std::vector<Ranked> rank(const State& state, const ScoredRecords& records, Sort sort,
                         schema::Slot group, std::uint64_t offset, std::uint64_t limit) {
  const Before before(state, records, sort);
  const std::size_t all = records.ids.size();
  std::size_t most = std::min<std::uint64_t>(all, offset) + std::min<std::uint64_t>(all, limit);
  for (most = std::min(all, most + kSomeMore);; most = std::min(all, most * kTimesMore)) {
    std::vector<Ranked> ranked;
    std::unordered_set<std::string> met;
    std::uint64_t number = 0;
    for (const std::uint32_t place : best_places(all, most, before)) {
      if (ranked.size() == limit) break;
      const Xapian::docid id = records.ids[place];
      std::string of_group = group == schema::kNoSlot ? "" : value_of(state, group, id);
      if (!of_group.empty() && !met.insert(std::move(of_group)).second) continue;
      if (number++ >= offset) ranked.push_back({id, records.scores[place]});
    }
    if (ranked.size() == limit || most == all) return ranked;
  }
}

}  // namespace postil::query
