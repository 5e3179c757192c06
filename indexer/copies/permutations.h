// The permutations that signatures rest on (signature.h), and the least of a set under each.

#ifndef POSTIL_INDEXER_COPIES_PERMUTATIONS_H_
#define POSTIL_INDEXER_COPIES_PERMUTATIONS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace postil::index {

// Finaliser of MurmurHash3 by A. Appleby: every bit of the result depends on every bit of `x`.
constexpr std::uint32_t mix(std::uint32_t x) {
  x ^= x >> 16;
  x *= 0x85ebca6bU;
  x ^= x >> 13;
  x *= 0xc2b2ae35U;
  return x ^ x >> 16;
}

inline constexpr std::size_t kPermutations = 64;
inline constexpr std::size_t kPermutedAtOnce = 16;
using Minima = std::array<std::uint32_t, kPermutedAtOnce>;

// The least of `numbers` under each of kPermutedAtOnce permutations of all 32-bit numbers, from
// number `first` on, a multiple of them. UINT32_MAX without numbers.
Minima minima_from(std::size_t first, const std::vector<std::uint32_t>& numbers);

// The same on any processor; the other takes eight permutations in one step where it can.
Minima minima_one_by_one(std::size_t first, const std::vector<std::uint32_t>& numbers);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_COPIES_PERMUTATIONS_H_
