#include "indexer/pipeline/ledger.h"

#include <doctest/doctest.h>

#include <numeric>
#include <random>
#include <thread>

#include "indexer/pipeline/bounded_queue.h"

namespace postil::index {
namespace {

Entry entry_of(std::uint64_t number) {
  Entry entry;
  entry.add(Outcome::kAdded);
  entry.findings = {{Severity::kWarning, std::to_string(number), "reason", "detail"}};
  return entry;
}

TEST_CASE("Findings are told in the order of batches, whatever batch comes first") {
  std::vector<std::string> told;
  RunListener listener;
  listener.finding = [&](const Finding& finding) { told.push_back(finding.path); };
  Ledger ledger(listener);
  std::vector<std::uint64_t> order(200);
  std::iota(order.begin(), order.end(), 0);
  std::shuffle(order.begin(), order.end(), std::mt19937(7));
  {
    std::vector<std::jthread> threads;
    for (std::size_t part = 0; part < 4; ++part) {
      threads.emplace_back([&, part] {
        for (std::size_t i = part; i < order.size(); i += 4) {
          ledger.enter(order[i], entry_of(order[i]));
        }
      });
    }
  }
  REQUIRE(told.size() == 200);
  for (std::size_t i = 0; i < told.size(); ++i) REQUIRE(told[i] == std::to_string(i));
  CHECK(ledger.counts().added == 200);
  CHECK(ledger.counts().warnings == 200);
}

TEST_CASE("A queue hands over every item once and ends when it is closed") {
  BoundedQueue<int> queue(3);
  std::atomic<int> sum = 0;
  {
    std::vector<std::jthread> takers;
    for (int i = 0; i < 3; ++i) {
      takers.emplace_back([&] {
        while (const auto item = queue.pop()) sum += *item;
      });
    }
    for (int i = 1; i <= 1000; ++i) queue.push(i);
    queue.close();
  }
  CHECK(sum == 500'500);
  CHECK_FALSE(queue.pop());
}

}  // namespace
}  // namespace postil::index
