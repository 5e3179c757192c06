#include "indexer/copies/clusters.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace postil::index {
namespace {

using Group = std::set<std::string>;

Pairs run(std::uint32_t from, std::uint32_t to) {
  Pairs pairs;
  for (std::uint32_t i = from; i < to; ++i) pairs.push_back(i * 2654435761U);
  return pairs;
}

struct Text {
  std::string name;
  Pairs pairs;
};

// The groups, by name; texts in the given order.
std::set<Group> groups_of(const std::vector<Text>& texts, double threshold = kDefaultThreshold) {
  ClusterInput input;
  input.threshold = threshold;
  for (const Text& text : texts) {
    input.members.push_back(sign(text.pairs, schema::Kind::kArticle, text.name, 0).value());
  }
  input.compare = [&](const std::vector<MemberPair>& pairs) {
    std::vector<Overlap> overlaps;
    for (const auto& [a, b] : pairs) {
      overlaps.push_back(overlap(PairSet(texts[a].pairs), PairSet(texts[b].pairs), 0));
    }
    return overlaps;
  };
  std::set<Group> groups;
  for (const auto& group : find_clusters(input).groups) {
    Group names;
    for (const std::uint32_t member : group) names.insert(texts[member].name);
    groups.insert(names);
  }
  return groups;
}

TEST_CASE("copies are found among other texts") {
  CHECK(groups_of({{"a", run(0, 300)}, {"b", run(1000, 1300)}, {"a2", run(30, 300)}}) ==
        std::set<Group>{{"a", "a2"}});
  CHECK(groups_of({{"a", run(0, 300)}, {"b", run(1000, 1300)}}).empty());
  CHECK(groups_of({}).empty());
}

TEST_CASE("a text cut short belongs to the whole") {
  CHECK(groups_of({{"whole", run(0, 400)}, {"part", run(0, 150)}, {"other", run(800, 1000)}}) ==
        std::set<Group>{{"whole", "part"}});
}

TEST_CASE("a collection does not join the texts that it is made of") {
  const std::vector<Text> texts = {
      {"digest", run(0, 900)}, {"one", run(0, 300)}, {"two", run(300, 600)}};
  CHECK(groups_of(texts).empty());
}

TEST_CASE("a text that two others quote whole does not join them") {
  Pairs first = run(0, 150);
  Pairs second = run(0, 150);
  for (const std::uint32_t pair : run(2000, 2300)) first.push_back(pair);
  for (const std::uint32_t pair : run(3000, 3300)) second.push_back(pair);
  CHECK(groups_of({{"quoted", run(0, 150)}, {"first", first}, {"second", second}}).empty());
}

TEST_CASE("ten thousand copies of one text become one group") {
  std::vector<Text> texts;
  Group names;
  for (std::uint32_t i = 0; i < 10'000; ++i) {
    texts.push_back({std::to_string(i), run(i % 7, 200)});
    names.insert(texts.back().name);
  }
  CHECK(groups_of(texts) == std::set<Group>{names});
}

TEST_CASE("the order of the texts does not matter") {
  std::vector<Text> texts;
  std::mt19937 random(1713);
  for (std::uint32_t i = 0; i < 300; ++i) {
    const std::uint32_t from = static_cast<std::uint32_t>(random() % 20) * 400;
    texts.push_back(
        {std::to_string(i), run(from + static_cast<std::uint32_t>(random() % 100),
                                from + 120 + static_cast<std::uint32_t>(random() % 400))});
  }
  const std::set<Group> groups = groups_of(texts);
  CHECK(groups.size() > 5);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(texts.begin(), texts.end(), random);
    CHECK(groups_of(texts) == groups);
  }
}

}  // namespace
}  // namespace postil::index
