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
  std::vector<Features> features;                // one a block
  std::vector<Part> parts;                       // one a block
  std::vector<schema::FurnitureReason> reasons;  // one a block; of furniture only
  CueLanguages languages = 0;
  std::vector<std::string> comments_heads;  // folded, a few: they may name the title

  // All blocks described, none decided on.
  PageParts(std::vector<Block> all, CueLanguages of);

  std::size_t size() const { return blocks.size(); }

  // Valid until it is asked for again.
  const Wording& wording(std::size_t i) const;

  bool open(std::size_t i) const { return parts[i] == Part::kOpen; }
  bool certain_furniture(std::size_t i) const { return features[i].furniture >= kCertain; }
  void set_furniture(std::size_t i, schema::FurnitureReason reason) {
    parts[i] = Part::kFurniture;
    reasons[i] = reason;
  }

 private:
  // The words of a page take several times as much room as its text. Those of a usual page are
  // kept; behind the first kKeptText bytes they are read again where they are asked for.
  static constexpr std::size_t kKeptText = 1024UL * 1024;

  std::vector<Wording> kept_;  // of the first blocks
  mutable Wording latest_;     // of one behind them
  mutable std::size_t latest_of_ = 0;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_PAGE_PARTS_H_
