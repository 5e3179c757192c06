// Which records are candidates to be near-duplicates of one another: those that share a bucket. The
// records that share a key are a bucket; one that is too large to compare all with all in it (a
// phrase that half of an archive has) is divided by the next key, and so on around a ring of keys.
//
// What becomes of a pair depends on the records of its bucket only: that is what makes it possible
// to bring groups in step after a change without a look at all records.

#ifndef POSTIL_INDEXER_COPIES_CANDIDATES_H_
#define POSTIL_INDEXER_COPIES_CANDIDATES_H_

#include <array>
#include <cstddef>
#include <cstdint>

#include "indexer/copies/signature.h"

namespace postil::index {

// Of a bucket of so many records all are compared with each other.
inline constexpr std::size_t kBucketSize = 32;

// Of a larger one that no key divides any further, each with so many that come next in the order of
// signatures: their texts are the same but for a little.
inline constexpr std::size_t kNeighbours = 4;

// Keys that every signature has are a ring, and those that only the long ones have.
constexpr std::size_t ring_size(std::size_t place) {
  return place < Signature::kFewestKeys ? Signature::kFewestKeys
                                        : Signature::kMostKeys - Signature::kFewestKeys;
}

// The key by which a bucket is divided that was divided by the key at `place`.
constexpr std::size_t next_place(std::size_t place) {
  const std::size_t begin = place < Signature::kFewestKeys ? 0 : Signature::kFewestKeys;
  return begin + (place - begin + 1) % ring_size(place);
}

// Of one record, by the place of a key: how many keys, that one and those behind it, the records of
// the bucket share.
using BucketDepths = std::array<std::uint8_t, Signature::kMostKeys>;

// Whether the signatures agree in enough for the texts to be compared.
bool may_be_copies(const Signature& a, const Signature& b);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_COPIES_CANDIDATES_H_
