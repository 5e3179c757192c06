// Measures how long it takes to find near-duplicates among N made-up articles, of which one in ten
// is an edited copy of another, and how many of the copies are found: processor seconds, for
// signatures that are made already, the comparison of texts included.
//
// Usage: time_clusters N...        for example: time_clusters 10000 100000 1000000

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "indexer/copies/clusters.h"

using namespace postil;
using namespace postil::index;

namespace {

constexpr std::uint32_t kPairs = 250;
constexpr std::uint32_t kOneCopyIn = 10;

// SplitMix64 by S. Vigna.
std::uint64_t scattered(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15ULL;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

// The article whose copy number `i` is; `i` if it is none.
std::uint32_t original_of(std::uint32_t i) {
  return i % kOneCopyIn == kOneCopyIn - 1 ? i - 1 - static_cast<std::uint32_t>(scattered(i) % 8)
                                          : i;
}

// A fifth of the pairs are phrases that many articles have, the commoner the fewer they are; a copy
// has other pairs than its original for a third.
Pairs pairs_of(std::uint32_t i) {
  const std::uint32_t original = original_of(i);
  Pairs pairs;
  for (std::uint32_t k = 0; k < kPairs; ++k) {
    const std::uint64_t fate = scattered(std::uint64_t{original} << 20 | k);
    const bool is_phrase = fate % 5 == 0;
    const bool is_changed = original != i && scattered(fate ^ i) % 3 == 0;
    std::uint64_t pair = fate;
    if (is_phrase) pair = scattered((fate >> 8) % 65536 * ((fate >> 32) % 65536) / 65536 + 7);
    if (is_changed) pair = scattered(fate + i);
    pairs.push_back(static_cast<std::uint32_t>(pair >> 16));
  }
  return pairs;
}

double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

void measure(std::uint32_t size) {
  ClusterInput input;
  for (std::uint32_t i = 0; i < size; ++i) {
    input.members.push_back(*sign(pairs_of(i), schema::Kind::kArticle, std::to_string(i), 0));
  }
  std::size_t compared = 0;
  input.compare = [&](const std::vector<MemberPair>& pairs) {
    std::vector<Overlap> overlaps;
    for (const auto& [a, b] : pairs) {
      overlaps.push_back(overlap(PairSet(pairs_of(a)), PairSet(pairs_of(b)), input.threshold));
    }
    compared += pairs.size();
    return overlaps;
  };
  const double begin = processor_seconds();
  const Clusters clusters = find_clusters(input);
  const double seconds = processor_seconds() - begin;
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (const auto& group : clusters.groups) {
    for (const std::uint32_t member : group) {
      const bool same = original_of(member) == original_of(group.front());
      (same ? right : wrong) += member != group.front();
    }
  }
  std::printf(
      "%u articles: %.2f s, %.2f s per 100,000; %zu texts compared; %zu of %u copies, %zu wrong\n",
      size, seconds, seconds * 100'000 / size, compared, right, size / kOneCopyIn, wrong);
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const unsigned long size = std::strtoul(argv[i], nullptr, 10);
    if (size < 100 || size > 10'000'000) {
      std::fputs("usage: time_clusters N...    each from 100 to 10000000\n", stderr);
      return 2;
    }
    measure(static_cast<std::uint32_t>(size));
  }
  return 0;
}
