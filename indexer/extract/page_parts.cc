#include "indexer/extract/page_parts.h"

#include <utility>

namespace postil::index {

PageParts::PageParts(std::vector<Block> all, CueLanguages of)
    : blocks(std::move(all)),
      parts(blocks.size(), Part::kOpen),
      reasons(blocks.size(), schema::FurnitureReason::kNavigation),
      languages(of) {
  wordings.reserve(blocks.size());
  features.reserve(blocks.size());
  for (const Block& block : blocks) {
    wordings.push_back(read_wording(block.text, languages));
    features.push_back(describe(block, wordings.back()));
  }
}

}  // namespace postil::index
