#include "query/search/ranking.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <unordered_set>
#include <utility>

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

// Whether one record comes before another, each by its place among the records.
class Before {
 public:
  Before(const State& state, const ScoredRecords& records, Sort sort)
      : records_(records), key_(key_of(sort)) {
    if (key_.slot == schema::kNoSlot) return;
    SlotReader reader(state.database, key_.slot);
    for (const Xapian::docid id : records.ids) values_.push_back(reader.read(id));
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

 private:
  const ScoredRecords& records_;
  SortKey key_;
  std::vector<std::string> values_;
};

}  // namespace

std::vector<Ranked> rank(const State& state, const ScoredRecords& records, Sort sort,
                         schema::Slot group, std::uint64_t offset, std::uint64_t limit) {
  const Before before(state, records, sort);
  const auto after = [&before](std::size_t a, std::size_t b) { return before(b, a); };
  // A heap, from which no more is taken in order than is asked for.
  std::vector<std::uint32_t> places(records.ids.size());
  std::iota(places.begin(), places.end(), 0U);
  std::make_heap(places.begin(), places.end(), after);
  std::vector<Ranked> ranked;
  std::unordered_set<std::string> met;
  for (std::uint64_t number = 0; ranked.size() < limit && !places.empty();) {
    std::pop_heap(places.begin(), places.end(), after);
    const std::uint32_t place = places.back();
    places.pop_back();
    const Xapian::docid id = records.ids[place];
    std::string of_group = group == schema::kNoSlot ? "" : value_of(state, group, id);
    if (!of_group.empty() && !met.insert(std::move(of_group)).second) continue;
    if (number++ >= offset) ranked.push_back({id, records.scores[place]});
  }
  return ranked;
}

}  // namespace postil::query
