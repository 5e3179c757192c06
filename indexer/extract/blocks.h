// Second stage: lines → blocks. A block is a paragraph, heading, list item or stray line of the
// page with its lines joined; what it is for is decided later (features.h and behind).

#ifndef POSTIL_INDEXER_EXTRACT_BLOCKS_H_
#define POSTIL_INDEXER_EXTRACT_BLOCKS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/extract/layout.h"
#include "indexer/extract/lines.h"

namespace postil::index {

enum class Marker : std::uint8_t { kNone, kBullet, kNumber, kQuote };

struct Block {
  std::string text;                // white space squeezed, not empty; without its marker
  std::uint16_t indent = 0;        // of its first line
  std::uint16_t blank_before = 0;  // blank lines before it
  std::uint32_t number = 0;        // of "3." or "3)"; only with Marker::kNumber
  std::uint8_t hashes = 0;         // of a heading written "## Heading"
  Marker marker = Marker::kNone;   // what stood before the text: "•", "3." or "> "
  std::string label;               // the marker as it was written, to be put back: "3."
};

// Joins the lines of wrapped text; otherwise each line is a block.
std::vector<Block> make_blocks(const std::vector<Line>& lines, const Layout& layout);

// The block as the page shows it, marker included.
std::string shown_text(const Block& block);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_BLOCKS_H_
