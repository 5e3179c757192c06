#include "indexer/copies/resemblance.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numeric>
#include <utility>

namespace postil::index {
namespace {

constexpr std::size_t kParts = 8;

// So much in common needs no further evidence; with less, the common pairs must be all over the
// text, or it is only a paragraph (an appeal, a long quotation) that both texts have.
constexpr double kNearlyAll = 0.85;
constexpr double kEnoughSpread = 0.65;

// With less than this in common a text was either changed word by word, which leaves the same share
// of every part of it, or it only has paragraphs of the other.
constexpr double kMostOfIt = 0.65;

// How unlike each other the shares of the parts may be: the square of their coefficient of
// variation is at most this much and what chance adds, which grows as pairs are few.
constexpr double kUneven = 0.25 * 0.25;
constexpr double kChance = 3;

// At either end as many parts may be left out, in which there is less than this of the mean of the
// others: a new headline, another appeal.
constexpr int kEndParts = 2;
constexpr double kLessThanOthers = 0.85;

// At least so many pairs in common, up to kMuch of a short text.
constexpr double kFewestCommon = 25;
constexpr double kMuch = 0.6;
constexpr double kCommentThreshold = 0.5;

// Of lengths: from here on the texts are versions of one another, below it one is a part.
constexpr double kSameLength = 0.6;
// Of a part so much must be there; of a short part nearly all; a still shorter one is a quotation.
constexpr double kPartContained = 0.5;
constexpr double kShortPart = 1.0 / 3;
constexpr double kShortPartContained = 0.7;
constexpr double kShortestPart = 1.0 / 12;

using Shares = std::array<double, kParts>;

// How much of each part of a text is in common. `shared`: the pairs in common, ascending.
Shares shares_of_parts(const Pairs& in_order, const Pairs& shared) {
  std::array<std::uint32_t, kParts> all{};
  std::array<std::uint32_t, kParts> common{};
  for (std::size_t i = 0; i < in_order.size(); ++i) {
    const std::size_t part = i * kParts / in_order.size();
    ++all[part];
    common[part] += std::binary_search(shared.begin(), shared.end(), in_order[i]);
  }
  Shares shares{};
  for (std::size_t i = 0; i < kParts; ++i) {
    shares[i] = static_cast<double>(common[i]) / std::max(1U, all[i]);
  }
  return shares;
}

double mean(const double* begin, const double* end) {
  return std::accumulate(begin, end, 0.0) / static_cast<double>(end - begin);
}

// `pairs`: of the whole text.
double unevenness_of(const Shares& shares, double pairs) {
  const double* begin = shares.data();
  const double* end = begin + kParts;
  for (int i = 0; i < kEndParts && *begin < kLessThanOthers * mean(begin + 1, end); ++i) ++begin;
  for (int i = 0; i < kEndParts && end[-1] < kLessThanOthers * mean(begin, end - 1); ++i) --end;
  const double middle = mean(begin, end);
  if (middle <= 0) return 0;
  double square = 0;
  for (const double* share = begin; share != end; ++share) {
    square += (*share - middle) * (*share - middle);
  }
  const double variation = square / static_cast<double>(end - begin) / (middle * middle);
  return variation / (kUneven + kChance * (1 - middle) * kParts / (middle * pairs));
}

// Without branches, for which of two hashes is the lower nobody can guess.
Pairs intersection(const Pairs& a, const Pairs& b) {
  Pairs shared(std::min(a.size(), b.size()) + 1);
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const std::uint32_t first = a[i];
    const std::uint32_t second = b[j];
    shared[count] = first;
    count += first == second;
    i += first <= second;
    j += second <= first;
  }
  shared.resize(count);
  return shared;
}

}  // namespace

PairSet::PairSet(Pairs in_text_order) : in_order(std::move(in_text_order)), distinct(in_order) {
  std::sort(distinct.begin(), distinct.end());
  distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
}

Overlap overlap(const PairSet& a, const PairSet& b, double threshold) {
  const bool a_is_shorter = a.distinct.size() != b.distinct.size()
                                ? a.distinct.size() < b.distinct.size()
                                : a.in_order <= b.in_order;
  const PairSet& shorter = a_is_shorter ? a : b;
  const PairSet& longer = a_is_shorter ? b : a;
  if (shorter.distinct.empty()) return {};
  const Pairs shared = intersection(shorter.distinct, longer.distinct);
  const auto size = static_cast<double>(shorter.distinct.size());
  Overlap found;
  found.shorter = static_cast<std::uint32_t>(shorter.distinct.size());
  found.contained = static_cast<double>(shared.size()) / size;
  found.ratio = size / static_cast<double>(longer.distinct.size());
  if (found.contained < threshold) return found;
  const Shares shares = shares_of_parts(shorter.in_order, shared);
  const auto spread = std::count_if(shares.begin(), shares.end(),
                                    [&](double share) { return share >= found.contained / 2; });
  found.spread = static_cast<double>(spread) / kParts;
  found.unevenness = unevenness_of(shares, size);
  return found;
}

Relation relation(const Overlap& overlap, schema::Kind kind, double threshold) {
  const bool is_comment = kind == schema::Kind::kComment;
  const double least = std::max({threshold, is_comment ? kCommentThreshold : 0,
                                 std::min(kMuch, kFewestCommon / std::max(1U, overlap.shorter))});
  if (overlap.contained < least) return Relation::kNone;
  if (overlap.contained < kNearlyAll && overlap.spread < kEnoughSpread) return Relation::kNone;
  if (overlap.contained < kMostOfIt && overlap.unevenness > 1) return Relation::kNone;
  if (overlap.ratio >= kSameLength) return Relation::kSame;
  if (is_comment || overlap.ratio < kShortestPart) return Relation::kNone;
  const double enough = overlap.ratio < kShortPart ? kShortPartContained : kPartContained;
  return overlap.contained < enough ? Relation::kNone : Relation::kPart;
}

}  // namespace postil::index
