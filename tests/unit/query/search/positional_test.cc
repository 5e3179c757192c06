#include "query/search/positional.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "query/parse/parser.h"
#include "tests/support/random.h"

using namespace postil::query;
using postil::test::Random;

namespace {

// Whether a phrase can be completed from `chain`, trying everything.
bool completes(const std::vector<Positions>& words, std::uint32_t slop, Occurrence& chain) {
  if (chain.size() == words.size()) return chain.back() - chain.front() < words.size() + slop;
  for (const std::uint32_t at : words[chain.size()]) {
    if (at <= chain.back()) continue;
    chain.push_back(at);
    const bool complete = completes(words, slop, chain);
    chain.pop_back();
    if (complete) return true;
  }
  return false;
}

std::vector<std::uint32_t> starts_by_force(const std::vector<Positions>& words,
                                           std::uint32_t slop) {
  std::vector<std::uint32_t> starts;
  for (const std::uint32_t start : words[0]) {
    Occurrence chain = {start};
    if (completes(words, slop, chain)) starts.push_back(start);
  }
  return starts;
}

// Where occurrences begin and end, ascending.
using Stretches = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Stretches stretches_by_force(const std::vector<Positions>& words, std::uint32_t slop) {
  Stretches stretches;
  for (const std::uint32_t start : words.front()) {
    for (const std::uint32_t end : words.back()) {
      std::vector<Positions> between = words;
      between.front() = {start};
      between.back() = {end};
      if (words.size() == 1 && start != end) continue;
      if (!starts_by_force(between, slop).empty()) stretches.emplace_back(start, end);
    }
  }
  return stretches;
}

Positions random_positions(Random& random, std::uint32_t limit) {
  std::set<std::uint32_t> positions;
  for (unsigned count = random.below(8); count > 0; --count)
    positions.insert(1 + random.below(limit));
  return {positions.begin(), positions.end()};
}

using Operands = std::vector<std::vector<Occurrence>>;

// Positions of the stretch that belong to no operand; none if two operands overlap.
std::optional<std::size_t> positions_between(const std::vector<Occurrence>& chosen) {
  std::set<std::uint32_t> covered;
  std::size_t own = 0;
  for (const Occurrence& each : chosen) {
    for (std::uint32_t at = each.front(); at <= each.back(); ++at) covered.insert(at);
    own += each.back() - each.front() + 1;
  }
  if (covered.size() != own) return std::nullopt;
  return *covered.rbegin() - *covered.begin() + 1 - own;
}

// The fewest positions between for each position that begins a stretch, trying everything.
void near_by_force(const Operands& operands, std::size_t distance, std::vector<Occurrence>& chosen,
                   std::map<std::uint32_t, std::size_t>& starts) {
  if (chosen.size() == operands.size()) {
    const auto between = positions_between(chosen);
    if (!between || *between > distance) return;
    std::uint32_t start = UINT32_MAX;
    for (const Occurrence& each : chosen) start = std::min(start, each.front());
    const auto known = starts.emplace(start, *between).first;
    known->second = std::min(known->second, *between);
    return;
  }
  for (const Occurrence& each : operands[chosen.size()]) {
    chosen.push_back(each);
    near_by_force(operands, distance, chosen, starts);
    chosen.pop_back();
  }
}

}  // namespace

TEST_CASE("a phrase is found where its words stand side by side") {
  CHECK(find_phrase({{1, 5, 9}, {2, 7, 10}}, 0) == std::vector<Occurrence>{{1, 2}, {9, 10}});
  CHECK(find_phrase({{1, 5, 9}, {2, 7, 10}}, 1) ==
        std::vector<Occurrence>{{1, 2}, {5, 7}, {9, 10}});
  CHECK(find_phrase({{1, 2, 3}, {1, 2, 3}}, 0) == std::vector<Occurrence>{{1, 2}, {2, 3}});
  CHECK(find_phrase({{4}, {3}}, 5).empty());
  CHECK(find_phrase({}, 0).empty());
}

TEST_CASE("phrases with slop start exactly where trying everything says") {
  Random random(1905);
  for (int round = 0; round < 20000; ++round) {
    std::vector<Positions> words;
    for (unsigned count = 1 + random.below(4); count > 0; --count) {
      words.push_back(random_positions(random, 16));
    }
    const auto slop = random.below(6);
    std::vector<std::uint32_t> starts;
    for (const Occurrence& occurrence : find_phrase(words, slop)) {
      CHECK(occurrence.back() - occurrence.front() < words.size() + slop);
      CHECK(std::is_sorted(occurrence.begin(), occurrence.end()));
      starts.push_back(occurrence.front());
    }
    REQUIRE(starts == starts_by_force(words, slop));
    REQUIRE(count_phrase(words, slop) == starts.size());
  }
}

TEST_CASE("a phrase with slop ends exactly where trying everything says") {
  CHECK(find_all_ends({{1, 5}, {2, 3, 7}}, 1) == std::vector<Occurrence>{{1, 2}, {1, 3}, {5, 7}});
  CHECK(find_all_ends({{1, 5}}, 3) == std::vector<Occurrence>{{1}, {5}});
  CHECK(find_all_ends({}, 0).empty());
  Random random(1906);
  for (int round = 0; round < 20000; ++round) {
    std::vector<Positions> words;
    for (unsigned count = 1 + random.below(4); count > 0; --count) {
      words.push_back(random_positions(random, 16));
    }
    const auto slop = random.below(6);
    Stretches stretches;
    for (const Occurrence& occurrence : find_all_ends(words, slop)) {
      CHECK(std::is_sorted(occurrence.begin(), occurrence.end()));
      stretches.emplace_back(occurrence.front(), occurrence.back());
    }
    REQUIRE(stretches == stretches_by_force(words, slop));
  }
}

TEST_CASE("of positions those are kept that others stand apart from, as trying everything says") {
  Random random(1492);
  Sieve sieve;
  for (int round = 0; round < 40000; ++round) {
    // In a short text, in a long one, and where short ones end.
    const std::uint32_t begin = std::array{0U, 4'000'000'000U, 16'370U}[random.below(3)];
    Positions positions = random_positions(random, 20);
    Positions others = random_positions(random, 20);
    for (std::uint32_t& position : positions) position += begin;
    for (std::uint32_t& other : others) other += begin;
    const std::int64_t least = std::int64_t{random.below(12)} - 6;
    const std::int64_t most = least + random.below(4);
    Positions expected;
    for (const std::int64_t position : positions) {
      const bool is_kept = std::any_of(others.begin(), others.end(), [&](std::int64_t other) {
        return other >= position + least && other <= position + most;
      });
      if (is_kept) expected.push_back(static_cast<std::uint32_t>(position));
    }
    sieve.keep_apart(least, most, others, positions);
    REQUIRE(positions == expected);
  }
}

TEST_CASE("NEAR begins exactly where trying everything says, with as few positions between") {
  Random random(1815);
  for (int round = 0; round < 20000; ++round) {
    Operands operands(2 + random.below(3));
    for (auto& operand : operands) {
      // A word, a phrase, or a phrase with slop.
      std::vector<Positions> words;
      for (unsigned count = 1 + random.below(2); count > 0; --count) {
        words.push_back(random_positions(random, 24));
      }
      operand = find_all_ends(words, random.below(4));
    }
    const auto distance = random.below(8);
    std::vector<Occurrence> chosen;
    std::map<std::uint32_t, std::size_t> expected;
    near_by_force(operands, distance, chosen, expected);
    std::map<std::uint32_t, std::size_t> found;
    for (const auto& stretch : find_near(operands, distance)) {
      std::uint32_t start = UINT32_MAX;
      for (const Occurrence& each : stretch) start = std::min(start, each.front());
      REQUIRE(positions_between(stretch).has_value());
      REQUIRE(found.emplace(start, *positions_between(stretch)).second);
    }
    REQUIRE(found == expected);
  }
}

TEST_CASE("two words are near each other where NEAR finds a stretch") {
  Random random(1871);
  for (int round = 0; round < 20000; ++round) {
    const Positions a = random_positions(random, 60);
    const Positions b = random.below(10) == 0 ? a : random_positions(random, 60);
    const auto distance = static_cast<std::uint32_t>(random.below(8));
    REQUIRE(any_near(a, b, distance) ==
            !find_near({find_phrase({a}, 0), find_phrase({b}, 0)}, distance).empty());
  }
}

TEST_CASE("NEAR of many common words takes no time to speak of") {
  Operands operands(kMaxNearOperands);
  for (auto& operand : operands) {
    for (std::uint32_t at = 0; at < 2000; ++at) operand.push_back({at});
  }
  CHECK(find_near(operands, 10).size() == 2000 - kMaxNearOperands + 1);
  for (auto& operand : operands) operand.resize(100);
  operands.back() = {{5000}};
  CHECK(find_near(operands, 100).empty());
}
