// First stage of reading a page: its tree → the blocks of text that a reader sees one below the
// other, each with its place in the tree. What they are for is decided behind: regions.h,
// threads.h, main_text.h.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_FLOW_H_
#define POSTIL_INDEXER_EXTRACT_HTML_FLOW_H_

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/model/page_tree.h"

namespace postil::index {

enum class Shape : std::uint8_t { kText, kHeading, kItem, kQuote, kCaption, kCell };

struct FlowBlock {
  std::string text;              // white space squeezed, not empty
  NodeId element = 0;            // the innermost block element that it stands in
  std::uint32_t link_bytes = 0;  // of the text, inside links
  Shape shape = Shape::kText;
  std::uint8_t level = 0;   // of a heading, 1 to 6
  bool emphasised = false;  // all of it is bold or the like

  // How much of it is link, from 0 to 1.
  float links() const {
    return text.empty() ? 0 : static_cast<float>(link_bytes) / static_cast<float>(text.size());
  }
};

// Blocks [begin, end).
struct BlockRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t size() const { return end - begin; }
  bool has(std::uint32_t block) const { return block >= begin && block < end; }
};

struct PageFlow {
  std::vector<FlowBlock> blocks;   // in page order
  std::vector<BlockRange> ranges;  // of each node: the blocks that begin in it
};

// Blocks of scripts, forms' fields and what is not shown are left out. Linear in the page; a page
// has at most `most` blocks, what is behind them is left out and told by `cut`.
PageFlow lay_out(const PageTree& tree, std::size_t most, bool& cut);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_FLOW_H_
