#include "query/search/positional.h"

#include <algorithm>
#include <utility>

namespace postil::query {

namespace {

// Calls `visit` with each occurrence.
template <class Visit>
void each_phrase(const std::vector<Positions>& words, std::uint32_t slop, Visit&& visit) {
  if (words.empty()) return;
  const std::uint64_t window = words.size() - 1 + slop;
  std::vector<std::size_t> next(words.size(), 0);
  Occurrence chain(words.size());
  for (const std::uint32_t start : words[0]) {
    chain[0] = start;
    bool complete = true;
    for (std::size_t i = 1; complete && i < words.size(); ++i) {
      const Positions& here = words[i];
      // Later starts never need an earlier position again, so `next` only moves on.
      while (next[i] < here.size() && here[next[i]] <= chain[i - 1]) ++next[i];
      if (next[i] == here.size()) return;
      chain[i] = here[next[i]];
      complete = chain[i] - start <= window;
    }
    if (complete) visit(chain);
  }
}

}  // namespace

std::vector<Occurrence> find_phrase(const std::vector<Positions>& words, std::uint32_t slop) {
  std::vector<Occurrence> found;
  each_phrase(words, slop, [&found](const Occurrence& chain) { found.push_back(chain); });
  return found;
}

// What may stand last is told by the earliest places of the words before it.
std::vector<Occurrence> find_all_ends(const std::vector<Positions>& words, std::uint32_t slop) {
  std::vector<Occurrence> found;
  each_phrase(words, slop, [&](const Occurrence& earliest) {
    found.push_back(earliest);
    if (words.size() == 1 || slop == 0) return;
    const Positions& ends = words.back();
    const std::uint64_t most = earliest.front() + words.size() - 1 + slop;
    auto end = std::upper_bound(ends.begin(), ends.end(), earliest.back());
    for (; end != ends.end() && *end <= most; ++end) {
      found.push_back(earliest);
      found.back().back() = *end;
    }
  });
  return found;
}

std::size_t count_phrase(const std::vector<Positions>& words, std::uint32_t slop) {
  std::size_t count = 0;
  each_phrase(words, slop, [&count](const Occurrence&) { ++count; });
  return count;
}

// Which of two positions is behind the other is as good as random, so that it decides no branch.
void Sieve::keep_apart(std::int64_t least, std::int64_t most, const Positions& others,
                       Positions& positions) {
  if (others.empty()) return positions.clear();
  if (least == most && others.back() < kShort - 1) {
    return keep_at(static_cast<std::uint32_t>(least), others, positions);
  }
  const std::uint32_t* other = others.data();
  const std::uint32_t* const others_end = other + others.size();
  const std::uint32_t* position = positions.data();
  const std::uint32_t* const positions_end = position + positions.size();
  std::uint32_t* kept = positions.data();
  while (position != positions_end && other != others_end) {
    const std::int64_t apart = std::int64_t{*other} - *position;
    *kept = *position;
    kept += apart >= least && apart <= most ? 1 : 0;
    position += apart >= least ? 1 : 0;
    other += apart < least ? 1 : 0;
  }
  positions.resize(static_cast<std::size_t>(kept - positions.data()));
}

// The same for one distance, modulo 2^32. The last mark is never set: it stands for all beyond.
void Sieve::keep_at(std::uint32_t apart, const Positions& others, Positions& positions) {
  std::uint8_t* marks = marks_.data();
  for (const std::uint32_t other : others) marks[other] = 1;
  std::uint32_t* kept = positions.data();
  for (const std::uint32_t position : positions) {
    *kept = position;
    kept += marks[std::min<std::size_t>(std::uint32_t{position + apart}, kShort - 1)];
  }
  positions.resize(static_cast<std::size_t>(kept - positions.data()));
  for (const std::uint32_t other : others) marks[other] = 0;
}

bool any_near(const Positions& a, const Positions& b, std::uint32_t distance) {
  const std::uint64_t most = std::uint64_t{distance} + 1;
  auto at = b.begin();  // the last that is before the position in `a`, or the first
  for (const std::uint32_t here : a) {
    while (at != b.end() && at + 1 != b.end() && *(at + 1) < here) ++at;
    for (auto near = at; near != b.end() && *near <= here + most; ++near) {
      if (*near != here && here <= *near + most) return true;
    }
  }
  return false;
}

namespace {

// A set of operands, one bit for each.
using Set = std::uint32_t;

constexpr std::size_t kNone = SIZE_MAX;

// Operands one behind the other, without overlap.
struct Chain {
  std::size_t operand = 0;  // the first, which is the occurrence of this number
  std::size_t occurrence = 0;
  std::size_t next = kNone;  // the chain of the others
  std::uint64_t others = 0;  // positions between the operands, in all
};

// Builds chains from right to left, each occurrence before the best chains of operands that it is
// none of. An occurrence may stand before every chain that begins behind its end, and the best of
// them has the least sum of its start and its `others`. Of chains that begin at one position, the
// one with the fewest `others` is kept.
class NearFinder {
 public:
  NearFinder(const std::vector<std::vector<Occurrence>>& operands, std::uint32_t distance)
      : operands_(operands), distance_(distance), chains_of_(std::size_t{1} << operands.size()) {}

  std::vector<std::vector<Occurrence>> find() {
    for (const auto& [operand, occurrence] : from_right_to_left()) put(operand, occurrence);
    std::vector<std::vector<Occurrence>> found;
    for (const Entry& whole : chains_of_.back()) found.push_back(occurrences_in(whole.own));
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  // A chain of some set of operands: where it begins, and the best of it and those behind it.
  struct Entry {
    std::uint32_t start = 0;
    std::size_t own = 0;
    std::uint64_t least_sum = 0;
    std::size_t best = 0;
  };
  using Place = std::pair<std::size_t, std::size_t>;  // number of an operand, of its occurrence

  // Of those with one start, those that end first come first.
  std::vector<Place> from_right_to_left() const {
    std::vector<Place> places;
    for (std::size_t i = 0; i < operands_.size(); ++i) {
      for (std::size_t j = 0; j < operands_[i].size(); ++j) places.emplace_back(i, j);
    }
    std::stable_sort(places.begin(), places.end(),
                     [this](const Place& a, const Place& b) { return start_of(a) > start_of(b); });
    return places;
  }

  std::uint32_t start_of(const Place& place) const {
    return operands_[place.first][place.second].front();
  }

  // Makes the chains that begin with this occurrence.
  void put(std::size_t operand, std::size_t occurrence) {
    const Set self = Set{1} << operand;
    const Occurrence& words = operands_[operand][occurrence];
    add(self, {operand, occurrence, kNone, 0});
    for (Set set = 1; set < chains_of_.size(); ++set) {
      if ((set & self) != 0) continue;
      const auto& entries = chains_of_[set];
      const auto too_near =
          std::partition_point(entries.begin(), entries.end(),
                               [&](const Entry& entry) { return entry.start > words.back(); });
      if (too_near == entries.begin()) continue;
      const Entry& behind = *(too_near - 1);
      const std::uint64_t others = behind.least_sum - words.back() - 1;
      if (others <= distance_) add(set | self, {operand, occurrence, behind.best, others});
    }
  }

  // Nothing stands before a chain yet that begins where the one put last does.
  void add(Set set, const Chain& chain) {
    const std::uint32_t start = start_of({chain.operand, chain.occurrence});
    const std::uint64_t sum = start + chain.others;
    auto& entries = chains_of_[set];
    if (!entries.empty() && entries.back().start == start) {
      Entry& here = entries.back();
      Chain& known = chains_[here.own];
      if (known.others <= chain.others) return;
      known = chain;
      if (sum <= here.least_sum) here = {start, here.own, sum, here.own};
      return;
    }
    Entry entry{start, chains_.size(), sum, chains_.size()};
    if (!entries.empty() && entries.back().least_sum < sum) {
      entry.least_sum = entries.back().least_sum;
      entry.best = entries.back().best;
    }
    entries.push_back(entry);
    chains_.push_back(chain);
  }

  std::vector<Occurrence> occurrences_in(std::size_t chain) const {
    std::vector<Occurrence> chosen(operands_.size());
    for (; chain != kNone; chain = chains_[chain].next) {
      const Chain& here = chains_[chain];
      chosen[here.operand] = operands_[here.operand][here.occurrence];
    }
    return chosen;
  }

  const std::vector<std::vector<Occurrence>>& operands_;
  std::uint64_t distance_;
  std::vector<Chain> chains_;
  std::vector<std::vector<Entry>> chains_of_;  // by set; each with starts that fall
};

}  // namespace

std::vector<std::vector<Occurrence>> find_near(const std::vector<std::vector<Occurrence>>& operands,
                                               std::uint32_t distance) {
  if (operands.empty()) return {};
  return NearFinder(operands, distance).find();
}

}  // namespace postil::query
