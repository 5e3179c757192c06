#include "indexer/store/glass/position_list.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace postil::index::glass {
namespace {

std::string coded(const std::vector<std::uint32_t>& positions) {
  std::string out;
  put_positions(out, positions);
  return out;
}

// The codes are those that Xapian wrote for the same lists; tests/property/glass_test.cc compares
// the two on random ones.
TEST_CASE("A single position is a number") {
  CHECK(coded({1}) == "\x01");
  CHECK(coded({300}) == "\xac\x02");
  CHECK(coded({4'294'967'295U}) == "\xff\xff\xff\xff\x0f");
}

TEST_CASE("Two neighbours need no bits beyond the first of them") {
  // Last 2; first 1 of 2 in one bit; their number less 2, of one possible, in none.
  CHECK(coded({1, 2}) == "\x02\x01");
}

TEST_CASE("A run of positions costs no bits for those inside") {
  std::vector<std::uint32_t> run;
  for (std::uint32_t i = 5; i <= 104; ++i) run.push_back(i);
  // Last 104; first 5 of 104 and 98 of 99 in seven bits each.
  CHECK(coded(run).size() == 1 + 2);
}

TEST_CASE("What stood in the buffer before stays") {
  std::string out = "before";
  put_positions(out, std::vector<std::uint32_t>{7});
  CHECK(out == "before\x07");
}

}  // namespace
}  // namespace postil::index::glass
