#include "indexer/copies/permutations.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace postil::index {
namespace {

TEST_CASE("minima are the same whether permutations are taken together or one by one") {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < 300; ++i) {
    for (std::size_t first = 0; first < kPermutations; first += kPermutedAtOnce) {
      CHECK(minima_from(first, numbers) == minima_one_by_one(first, numbers));
    }
    numbers.push_back(mix(i));
  }
}

TEST_CASE("each permutation has a minimum of its own") {
  const std::vector<std::uint32_t> numbers = {0, 1, 0x80000000U, UINT32_MAX};
  std::set<std::uint32_t> all;
  for (std::size_t first = 0; first < kPermutations; first += kPermutedAtOnce) {
    const Minima minima = minima_from(first, numbers);
    all.insert(minima.begin(), minima.end());
  }
  CHECK(all.size() == kPermutations);
  const Minima none = minima_from(0, {});
  CHECK(std::count(none.begin(), none.end(), UINT32_MAX) == static_cast<int>(none.size()));
}

}  // namespace
}  // namespace postil::index
