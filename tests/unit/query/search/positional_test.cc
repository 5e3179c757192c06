#include "query/search/positional.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

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

Positions random_positions(Random& random, std::uint32_t limit) {
  std::set<std::uint32_t> positions;
  for (unsigned count = random.below(8); count > 0; --count)
    positions.insert(1 + random.below(limit));
  return {positions.begin(), positions.end()};
}

// Whether one occurrence of each operand can be chosen near the others, trying everything.
bool near_by_force(const std::vector<std::vector<Occurrence>>& operands, std::uint32_t distance,
                   std::vector<Occurrence>& chosen) {
  if (chosen.size() == operands.size()) {
    std::set<std::uint32_t> covered;
    std::size_t own = 0;
    for (const Occurrence& each : chosen) {
      for (std::uint32_t at = each.front(); at <= each.back(); ++at) covered.insert(at);
      own += each.back() - each.front() + 1;
    }
    return covered.size() == own && *covered.rbegin() - *covered.begin() + 1 - own <= distance;
  }
  for (const Occurrence& each : operands[chosen.size()]) {
    chosen.push_back(each);
    const bool found = near_by_force(operands, distance, chosen);
    chosen.pop_back();
    if (found) return true;
  }
  return false;
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
  }
}

TEST_CASE("NEAR finds something exactly when trying everything does") {
  Random random(1815);
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::vector<Occurrence>> operands(2 + random.below(2));
    for (auto& operand : operands) {
      const std::uint32_t length = 1 + random.below(2);
      for (const std::uint32_t at : random_positions(random, 24)) {
        operand.push_back(length == 1 ? Occurrence{at} : Occurrence{at, at + 1});
      }
    }
    const auto distance = random.below(8);
    std::vector<Occurrence> chosen;
    REQUIRE(find_near(operands, distance).empty() == !near_by_force(operands, distance, chosen));
  }
}
