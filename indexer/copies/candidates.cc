#include "indexer/copies/candidates.h"

namespace postil::index {
namespace {

// Minima that agree by chance: two of 64 where texts have nothing in common but a phrase.
constexpr std::uint32_t kFewestEqual = 4;
constexpr std::uint32_t kFewestEqualShort = 3;  // of a short signature

}  // namespace

bool may_be_copies(const Signature& a, const Signature& b) {
  if (a.kind != b.kind) return false;
  const Agreement agreed = agreement(a, b);
  const bool is_short = agreed.of < Signature::kMostMinima;
  return agreed.equal >= (is_short ? kFewestEqualShort : kFewestEqual);
}

}  // namespace postil::index
