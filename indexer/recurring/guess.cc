#include "indexer/recurring/guess.h"

namespace postil::index {

RecurrenceGuess::RecurrenceGuess()
    : counts_{std::vector<std::atomic<std::uint8_t>>(kColumns),
              std::vector<std::atomic<std::uint8_t>>(kColumns)} {}

// Two threads at once may count one of their meetings only: it is a guess.
bool RecurrenceGuess::meet(std::uint64_t key) {
  bool often = true;
  for (auto& row : counts_) {
    std::atomic<std::uint8_t>& count = row[key % kColumns];
    const std::uint8_t before = count.load(std::memory_order_relaxed);
    if (before < kOften) {
      count.store(static_cast<std::uint8_t>(before + 1), std::memory_order_relaxed);
      often = false;
    }
    key /= kColumns;  // the next row looks at other bits
  }
  return often;
}

}  // namespace postil::index
