// Whether one text is a copy of another, told by comparing all their word pairs: what decides once
// signatures have made two records candidates. Pure arithmetic; knows no database.

#ifndef POSTIL_INDEXER_COPIES_RESEMBLANCE_H_
#define POSTIL_INDEXER_COPIES_RESEMBLANCE_H_

#include <cstdint>
#include <vector>

#include "core/schema/zone.h"
#include "indexer/copies/signature.h"

namespace postil::index {

// The pairs of a text, ready to be compared.
struct PairSet {
  explicit PairSet(Pairs in_text_order);

  Pairs in_order;
  Pairs distinct;  // ascending
};

struct Overlap {
  std::uint32_t shorter = 0;  // distinct pairs of the text that has fewer
  double contained = 0;       // share of them that the other text has too
  double spread = 0;          // share of the shorter's eight parts in which that is so
  double unevenness = 0;      // up to 1: the same share is found all over, as chance would have it
  double ratio = 0;           // the shorter's distinct pairs by the longer's, up to 1
};

// Texts that have less than `threshold` in common, as relation() takes it, are nobody's copies: of
// them neither `spread` nor `unevenness` is told.
Overlap overlap(const PairSet& a, const PairSet& b, double threshold);

enum class Relation : std::uint8_t {
  kNone,
  kSame,  // one text, perhaps edited
  kPart,  // the shorter is a part of the longer: a text cut short
};

// Three tenths of the shorter text's pairs are in the longer. Changing three words of ten leaves
// about two fifths of the pairs; two articles on one subject by one author share some hundredths.
// An office that copies paragraphs from one release into the next leaves as much as edits do: that
// is why what is in common must lie evenly. Measured by tests/quality/copies.py.
inline constexpr double kDefaultThreshold = 0.3;

// 0 instead of a threshold: no record is taken for a copy.
inline constexpr double kNoCopies = 0;

// `threshold`: the least `contained` for a copy, above 0 to 1. Short texts and comments need more.
Relation relation(const Overlap& overlap, schema::Kind kind, double threshold);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_COPIES_RESEMBLANCE_H_
