// A guess at which paragraphs will turn out to be furniture because they recur (recurrence.h),
// while a database is built and not all articles are known: those that were met often so far. Most
// records are made right at once by it; the rest is mended at the end of the run.

#ifndef POSTIL_INDEXER_RECURRING_GUESS_H_
#define POSTIL_INDEXER_RECURRING_GUESS_H_

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace postil::index {

// Counts in a fixed 8 MiB whatever the number of paragraphs: a count-min sketch (G. Cormode and S.
// Muthukrishnan, 2005), so that it may guess too much, and too little only where two threads meet a
// paragraph at once. Thread-safe.
class RecurrenceGuess {
 public:
  RecurrenceGuess();

  // Counts the paragraph with this key once more; whether it was met often.
  bool meet(std::uint64_t key);

  // meet() as a function.
  std::function<bool(std::uint64_t)> asked() {
    return [this](std::uint64_t key) { return meet(key); };
  }

 private:
  static constexpr std::size_t kRows = 2;
  static constexpr std::size_t kColumns = std::size_t{1} << 22;
  static constexpr std::uint8_t kOften = 32;

  std::array<std::vector<std::atomic<std::uint8_t>>, kRows> counts_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_RECURRING_GUESS_H_
