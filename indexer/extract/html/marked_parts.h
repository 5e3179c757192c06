// What each block of a page is for, filled in stage by stage: the table that the stages of
// reading a marked page share. See html_page.cc for their order.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_MARKED_PARTS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_MARKED_PARTS_H_

#include <cstdint>
#include <vector>

#include "core/schema/zone.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/features.h"
#include "indexer/extract/html/element_cues.h"
#include "indexer/extract/html/flow.h"
#include "indexer/extract/page_parts.h"

namespace postil::index {

struct MarkedParts {
  const PageTree& tree;
  PageFlow flow;
  std::vector<std::uint32_t> cues;               // of each node: ElementCue
  std::vector<Part> parts;                       // one a block
  std::vector<schema::FurnitureReason> reasons;  // one a block; of furniture only
  CueLanguages languages = 0;

  std::uint32_t size() const { return static_cast<std::uint32_t>(flow.blocks.size()); }
  const FlowBlock& block(std::uint32_t i) const { return flow.blocks[i]; }
  BlockRange range(NodeId node) const { return flow.ranges[node]; }
  bool open(std::uint32_t i) const { return parts[i] == Part::kOpen; }

  // All that is open in the range becomes furniture.
  void set_furniture(BlockRange range, schema::FurnitureReason reason);

  // Cues of the block's element and those around it, up to and without `root`.
  std::uint32_t cues_around(std::uint32_t i, NodeId root) const;

  // Whether `node` is `root` or stands in it.
  bool is_within(NodeId node, NodeId root) const;
};

MarkedParts describe_marked(const PageTree& tree, PageFlow flow, CueLanguages languages);

// The block of the last heading of the first level that stands above the body or begins it; the
// body's first block if there is none.
std::uint32_t headline_before(const MarkedParts& page, BlockRange body);

// The text of an element, white space squeezed; at most some hundred bytes of it.
std::string short_text(const PageTree& tree, NodeId element);

// What features.h says of a block.
Features describe(const FlowBlock& flow, CueLanguages languages);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_MARKED_PARTS_H_
