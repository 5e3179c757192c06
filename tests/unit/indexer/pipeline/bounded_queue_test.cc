#include "indexer/pipeline/bounded_queue.h"

#include <doctest/doctest.h>

#include <stdexcept>
#include <thread>
#include <vector>

namespace postil::index {
namespace {

TEST_CASE("A queue whose filling is cut short by an exception lets go of those who wait for it") {
  BoundedQueue<int> queue(2);
  std::vector<int> taken;
  const auto fill = [&] {
    const std::jthread worker([&] {
      while (const std::optional<int> item = queue.pop()) taken.push_back(*item);
    });
    const BoundedQueue<int>::Closing closing(queue);
    queue.push(1);
    throw std::runtime_error("the walk cannot go on");
  };
  CHECK_THROWS_AS(fill(), std::runtime_error);
  CHECK(taken == std::vector<int>{1});
}

}  // namespace
}  // namespace postil::index
