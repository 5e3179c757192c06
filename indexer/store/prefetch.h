// Asking memory for what will soon be looked at. What is known of words and terms lies all over
// memory: loops over them look ahead, so that each has come by its turn.

#ifndef POSTIL_INDEXER_STORE_PREFETCH_H_
#define POSTIL_INDEXER_STORE_PREFETCH_H_

#include <algorithm>
#include <cstddef>

namespace postil::index {

// About the time that memory takes, in turns of such a loop.
inline constexpr std::size_t kPrefetchTurns = 8;

// Which of `size` things, at least one, to ask for when it is the turn of `at`.
constexpr std::size_t ahead_of(std::size_t at, std::size_t size) {
  return std::min(at + kPrefetchTurns, size - 1);
}

// Never fails, whatever the address.
inline void prefetch(const void* address) { __builtin_prefetch(address); }

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_PREFETCH_H_
