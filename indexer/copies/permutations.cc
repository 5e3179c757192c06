#include "indexer/copies/permutations.h"

#include <algorithm>
#include <cstring>

namespace postil::index {
namespace {

// Multiplication by an odd number permutes 32-bit numbers; so does the addition behind it.
struct Permutations {
  std::array<std::uint32_t, kPermutations> factors{};
  std::array<std::uint32_t, kPermutations> shifts{};
};

constexpr Permutations make_permutations() {
  Permutations all;
  std::uint32_t seed = 0x9e3779b9U;
  for (std::size_t i = 0; i < kPermutations; ++i) {
    all.factors[i] = mix(seed += 0x9e3779b9U) | 1U;
    all.shifts[i] = mix(seed += 0x9e3779b9U);
  }
  return all;
}

constexpr Permutations kAll = make_permutations();

#if defined(__x86_64__)

using Lanes [[gnu::vector_size(32)]] = std::uint32_t;
constexpr std::size_t kLanes = sizeof(Lanes) / sizeof(std::uint32_t);
static_assert(kPermutedAtOnce == 2 * kLanes);

[[gnu::target("avx2")]] Minima minima_by_lanes(std::size_t first,
                                               const std::vector<std::uint32_t>& numbers) {
  Lanes factors[2];
  Lanes shifts[2];
  Minima minima;
  minima.fill(UINT32_MAX);
  Lanes least[2];
  std::memcpy(factors, kAll.factors.data() + first, sizeof factors);
  std::memcpy(shifts, kAll.shifts.data() + first, sizeof shifts);
  std::memcpy(least, minima.data(), sizeof least);
  for (const std::uint32_t number : numbers) {
    for (std::size_t i = 0; i < 2; ++i) {
      const Lanes permuted = factors[i] * number + shifts[i];
      least[i] = permuted < least[i] ? permuted : least[i];
    }
  }
  std::memcpy(minima.data(), least, sizeof least);
  return minima;
}

#endif

}  // namespace

Minima minima_one_by_one(std::size_t first, const std::vector<std::uint32_t>& numbers) {
  constexpr std::size_t kFew = 4;  // so many that none waits for another, and all have a register
  Minima minima;
  for (std::size_t at = 0; at < minima.size(); at += kFew) {
    std::uint32_t factors[kFew];
    std::uint32_t shifts[kFew];
    std::uint32_t least[kFew];
    std::copy_n(kAll.factors.data() + first + at, kFew, factors);
    std::copy_n(kAll.shifts.data() + first + at, kFew, shifts);
    std::fill_n(least, kFew, UINT32_MAX);
    for (const std::uint32_t number : numbers) {
      for (std::size_t i = 0; i < kFew; ++i) {
        least[i] = std::min(least[i], number * factors[i] + shifts[i]);
      }
    }
    std::copy_n(least, kFew, minima.data() + at);
  }
  return minima;
}

Minima minima_from(std::size_t first, const std::vector<std::uint32_t>& numbers) {
#if defined(__x86_64__)
  static const bool kHasLanes = __builtin_cpu_supports("avx2") != 0;
  if (kHasLanes) return minima_by_lanes(first, numbers);
#endif
  return minima_one_by_one(first, numbers);
}

}  // namespace postil::index
