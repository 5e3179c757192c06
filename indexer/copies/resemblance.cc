#include "indexer/copies/resemblance.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

namespace postil::index {
namespace {

constexpr std::size_t kParts = 8;

// So much in common needs no further evidence; with less, the common pairs must be all over the
// text, or it is only a paragraph (an appeal, a long quotation) that both texts have.
constexpr double kNearlyAll = 0.85;
constexpr double kEnoughSpread = 0.65;

// At least so many pairs in common, up to kMuch of a short text.
constexpr double kFewestCommon = 25;
constexpr double kMuch = 0.6;
constexpr double kCommentThreshold = 0.5;

// Of lengths: from here on the texts are versions of one another, below it one is a part.
constexpr double kSameLength = 0.6;
// A shorter part must be there nearly word by word; a still shorter one is a quotation.
constexpr double kShortPart = 1.0 / 3;
constexpr double kShortPartContained = 0.7;
constexpr double kShortestPart = 1.0 / 12;

// `shared`: the pairs in common, ascending.
double share_of_parts(const Pairs& in_order, const Pairs& shared, double contained) {
  std::array<std::uint32_t, kParts> all{};
  std::array<std::uint32_t, kParts> common{};
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    const std::size_t part = i * kParts / in_order.size();
    ++all[part];
    common[part] += std::binary_search(shared.begin(), shared.end(), in_order[i]);
  }
  double parts = 0;
  for (std::size_t i = 0; i < kParts; ++i) parts += common[i] >= contained / 2 * all[i];
  return parts / kParts;
}

}  // namespace

PairSet::PairSet(Pairs in_text_order) : in_order(std::move(in_text_order)), distinct(in_order) {
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
}

Overlap overlap(const PairSet& a, const PairSet& b) {
  const bool a_is_shorter = a.distinct.size() != b.distinct.size()
                                ? a.distinct.size() < b.distinct.size()
                                : a.in_order <= b.in_order;
  const PairSet& shorter = a_is_shorter ? a : b;
  const PairSet& longer = a_is_shorter ? b : a;
  if (shorter.distinct.empty()) return {};
  Pairs shared;
  std::set_intersection(shorter.distinct.begin(), shorter.distinct.end(), longer.distinct.begin(),
                        longer.distinct.end(), std::back_inserter(shared));
  const auto size = static_cast<double>(shorter.distinct.size());
  Overlap found;
  found.shorter = static_cast<std::uint32_t>(shorter.distinct.size());
  found.contained = static_cast<double>(shared.size()) / size;
  found.spread = share_of_parts(shorter.in_order, shared, found.contained);
  found.ratio = size / static_cast<double>(longer.distinct.size());
  return found;
}

Relation relation(const Overlap& overlap, schema::Kind kind, double threshold) {
  const bool is_comment = kind == schema::Kind::kComment;
  const double least = std::max({threshold, is_comment ? kCommentThreshold : 0,
                                 std::min(kMuch, kFewestCommon / std::max(1U, overlap.shorter))});
  if (overlap.contained < least) return Relation::kNone;
  if (overlap.contained < kNearlyAll && overlap.spread < kEnoughSpread) return Relation::kNone;
  if (overlap.ratio >= kSameLength) return Relation::kSame;
  if (is_comment || overlap.ratio < kShortestPart) return Relation::kNone;
  const bool is_short = overlap.ratio < kShortPart;
  return is_short && overlap.contained < kShortPartContained ? Relation::kNone : Relation::kPart;
}

}  // namespace postil::index
