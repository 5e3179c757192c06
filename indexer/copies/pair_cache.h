// The texts that were compared last, ready to be compared again: candidates come in no order, and
// of a collection that does not fit each text is read many times. Between those who find copies in
// a database or in a build (store/) and resemblance.h.

#ifndef POSTIL_INDEXER_COPIES_PAIR_CACHE_H_
#define POSTIL_INDEXER_COPIES_PAIR_CACHE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_map>

#include "indexer/copies/resemblance.h"

namespace postil::index {

// Not thread-safe; what it hands out may be looked at by any thread, for as long as it is held.
class PairCache {
 public:
  using Shared = std::shared_ptr<const PairSet>;

  // Null if the text is not, or no longer, kept. `number`: the record's.
  Shared find(std::uint32_t number) const;

  // Forgets all others first if they have become too many.
  void keep(std::uint32_t number, Shared pairs);

 private:
  static constexpr std::size_t kMostBytes = 192UL * 1024 * 1024;  // some 70,000 articles

  std::unordered_map<std::uint32_t, Shared> kept_;
  std::size_t bytes_ = 0;  // about
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_COPIES_PAIR_CACHE_H_
