#include "indexer/extract/page_parts.h"

#include <utility>

namespace postil::index {

PageParts::PageParts(std::vector<Block> all, CueLanguages of)
    : blocks(std::move(all)),
      parts(blocks.size(), Part::kOpen),
      reasons(blocks.size(), schema::FurnitureReason::kNavigation),
      languages(of) {
  features.reserve(blocks.size());
  std::size_t bytes = 0;
  for (const Block& block : blocks) {
    Wording wording = read_wording(block.text, languages);
    features.push_back(describe(block, wording));
    if (bytes < kKeptText) kept_.push_back(std::move(wording));
    bytes += block.text.size();
  }
}

const Wording& PageParts::wording(std::size_t i) const {
  if (i < kept_.size()) return kept_[i];
  if (latest_of_ != i) latest_ = read_wording(blocks[i].text, languages);
  latest_of_ = i;
  return latest_;
}

}  // namespace postil::index
