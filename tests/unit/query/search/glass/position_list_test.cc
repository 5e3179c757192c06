#include "query/search/glass/position_list.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include "core/schema/varint.h"
#include "indexer/store/glass/position_list.h"
#include "tests/support/random.h"

using namespace postil;
using Positions = std::vector<std::uint32_t>;

namespace {

// So many positions, at most `step` apart.
Positions make_positions(test::Random& random, std::size_t count, std::uint32_t step) {
  Positions positions;
  std::uint32_t position = 0;
  while (positions.size() < count) positions.push_back(position += 1 + random.below(step));
  return positions;
}

std::string written(const Positions& positions) {
  std::string tag;
  index::glass::put_positions(tag, positions);
  return tag;
}

}  // namespace

TEST_CASE("positions are read as they were written, behind those of another list") {
  test::Random random(1789);
  for (const std::uint32_t step : {1U, 2U, 30U, 1000U, 100'000U, 1'000'000U}) {
    for (std::size_t count = 1; count < 300; ++count) {
      const Positions positions = make_positions(random, count, step);
      Positions expected = {7, 8};
      Positions found = expected;
      expected.insert(expected.end(), positions.begin(), positions.end());
      REQUIRE(query::glass::append_positions(written(positions), found));
      REQUIRE(found == expected);
    }
  }
}

TEST_CASE("of a list that is read to some position only the end may be missing") {
  test::Random random(1848);
  std::size_t left_out = 0;
  for (int round = 0; round < 5000; ++round) {
    const std::uint32_t step = round % 2 == 0 ? 20 : 100'000;
    const Positions positions = make_positions(random, 1 + random.below(200), step);
    const std::uint32_t up_to = random.below(positions.back() + step);
    Positions found;
    REQUIRE(query::glass::append_positions(written(positions), found, up_to));
    REQUIRE(found.size() <= positions.size());
    REQUIRE(std::equal(found.begin(), found.end(), positions.begin()));
    const bool is_cut = found.size() < positions.size();
    REQUIRE((!is_cut || positions[found.size()] > up_to));
    left_out += positions.size() - found.size();
  }
  CHECK(left_out > 10'000);
}

TEST_CASE("whatever bytes a list has, positions rise strictly or it is told to be damaged") {
  test::Random random(1871);
  for (int round = 0; round < 20'000; ++round) {
    std::string tag;
    schema::put_number(tag, random.below(1U << (1 + random.below(20))));
    for (std::size_t size = random.below(30); size > 0; --size) {
      tag += static_cast<char>(random.below(256));
    }
    Positions found;
    if (!query::glass::append_positions(tag, found, random.below(10'000))) continue;
    REQUIRE(std::adjacent_find(found.begin(), found.end(), std::greater_equal<>()) == found.end());
  }
}
