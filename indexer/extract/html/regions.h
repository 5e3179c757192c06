// The parts of a page that its own names give away: navigation, sidebars, share bars, related
// articles, forms. Believed only where hardly any of the page's prose would go with them.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_REGIONS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_REGIONS_H_

#include "indexer/extract/html/marked_parts.h"

namespace postil::index {

// How much a block speaks for the element that holds it being the article: bytes of prose, below 0
// for links and scraps.
float gain_of(const FlowBlock& block);

// The sum of gain_of() over the open blocks of any range, after one pass.
class Gains {
 public:
  explicit Gains(const MarkedParts& page);
  float in(BlockRange range) const { return sum(sums_, range); }

  // Of those alone that speak for it.
  float good_in(BlockRange range) const { return sum(good_, range); }

 private:
  static float sum(const std::vector<float>& sums, BlockRange range) {
    return range.begin < range.end ? sums[range.end] - sums[range.begin] : 0;
  }

  std::vector<float> sums_;
  std::vector<float> good_;
};

// Marks their blocks as furniture.
void mark_regions(MarkedParts& page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_REGIONS_H_
