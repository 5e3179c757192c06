// What each block of a page is for, filled in stage by stage: comments first, then the body's span,
// then the head and the foot. The table that the stages of extraction share; see page.cc for their
// order.

#ifndef POSTIL_INDEXER_EXTRACT_PAGE_PARTS_H_
#define POSTIL_INDEXER_EXTRACT_PAGE_PARTS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/zone.h"
#include "indexer/extract/blocks.h"
#include "indexer/extract/features.h"
#include "indexer/model/article.h"

namespace postil::index {

enum class Part : std::uint8_t {
  kOpen,  // not yet decided; what stays so is body
  kBody,
  kHead,  // title, byline, date: their text is in the metadata
  kFurniture,
  kComment,  // a comment's head or text
};

struct PageParts {
  std::vector<Block> blocks;
  std::vector<Wording> wordings;                 // one a block
  std::vector<Features> features;                // one a block
  std::vector<Part> parts;                       // one a block
  std::vector<schema::FurnitureReason> reasons;  // one a block; of furniture only
  CueLanguages languages = 0;
  std::vector<std::string> comments_heads;  // folded, a few: they may name the title

  // All blocks described, none decided on.
  PageParts(std::vector<Block> all, CueLanguages of);

  std::size_t size() const { return blocks.size(); }
  bool open(std::size_t i) const { return parts[i] == Part::kOpen; }
  bool certain_furniture(std::size_t i) const { return features[i].furniture >= kCertain; }
  void set_furniture(std::size_t i, schema::FurnitureReason reason) {
    parts[i] = Part::kFurniture;
    reasons[i] = reason;
  }
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_PAGE_PARTS_H_
