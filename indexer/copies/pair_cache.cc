#include "indexer/copies/pair_cache.h"

#include <utility>

namespace postil::index {

PairCache::Shared PairCache::find(std::uint32_t number) const {
  const auto found = kept_.find(number);
  return found == kept_.end() ? nullptr : found->second;
}

void PairCache::keep(std::uint32_t number, Shared pairs) {
  bytes_ += (pairs->in_order.capacity() + pairs->distinct.capacity()) * sizeof(Pairs::value_type);
  if (bytes_ > kMostBytes) {
    kept_.clear();
    bytes_ = 0;
  }
  kept_.emplace(number, std::move(pairs));
}

}  // namespace postil::index
