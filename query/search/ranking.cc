#include "query/search/ranking.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>
#include <unordered_set>

#include "query/search/slot_ordinals.h"
#include "query/search/slot_reader.h"

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

// Of each record, which group it is of; 0: of none.
std::vector<std::uint32_t> groups_of(const State& state, const RecordIds& ids, schema::Slot slot) {
  std::vector<std::uint32_t> groups(ids.size(), 0);
  if (slot == schema::kNoSlot) return groups;
  SlotOrdinals ordinals(state.database, slot, state.columns);
  std::transform(ids.begin(), ids.end(), groups.begin(),
                 [&ordinals](Xapian::docid id) { return ordinals.at(id); });
  return groups;
}

}  // namespace

std::vector<Ranked> rank(const State& state, const ScoredRecords& records, Sort sort,
                         schema::Slot group, std::uint64_t offset, std::uint64_t limit) {
  const std::vector<std::uint32_t> groups = groups_of(state, records.ids, group);
  const Before before(state, records, sort);
  const auto after = [&before](std::size_t a, std::size_t b) { return before(b, a); };
  // A heap, from which no more is taken in order than is asked for.
  std::vector<std::size_t> places(records.ids.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::make_heap(places.begin(), places.end(), after);
  std::vector<Ranked> ranked;
  std::unordered_set<std::uint32_t> met;
  for (std::uint64_t number = 0; ranked.size() < limit && !places.empty();) {
    std::pop_heap(places.begin(), places.end(), after);
    const std::size_t place = places.back();
    places.pop_back();
    if (groups[place] != 0 && !met.insert(groups[place]).second) continue;
    if (number++ >= offset) ranked.push_back({records.ids[place], records.scores[place]});
  }
  return ranked;
}

}  // namespace postil::query
