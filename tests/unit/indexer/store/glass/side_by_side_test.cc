#include "indexer/store/glass/side_by_side.h"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace postil::index::glass {
namespace {

TEST_CASE("Each task is run once, whatever the number of threads") {
  for (const unsigned threads : {0U, 1U, 2U, 7U}) {
    CAPTURE(threads);
    std::vector<std::atomic<int>> times(50);
    CHECK(side_by_side(threads, times.size(), [&](std::size_t i) {
      ++times[i];
      return ok();
    }));
    for (const std::atomic<int>& each : times) CHECK(each == 1);
  }
  CHECK(side_by_side(3, 0, [](std::size_t) -> Status { throw std::logic_error("no task"); }));
}

TEST_CASE("Of several failures the one with the lowest number is told") {
  const Status status = side_by_side(4, 20, [](std::size_t i) -> Status {
    if (i % 5 != 4) return ok();
    return Error{ErrorKind::kDatabase, std::to_string(i), ""};
  });
  REQUIRE(!status);
  CHECK(status.error().message == "4");
}

TEST_CASE("What a task throws reaches the caller, whichever thread it was on") {
  for (std::size_t thrower = 0; thrower < 8; ++thrower) {
    const auto run = [&] {
      return side_by_side(2, 8, [&](std::size_t i) -> Status {
        if (i == thrower) throw std::runtime_error("thrown");
        return ok();
      });
    };
    CHECK_THROWS_WITH((void)run(), "thrown");
  }
}

}  // namespace
}  // namespace postil::index::glass
