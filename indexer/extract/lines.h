// First stage of reading a page of plain text: text → lines. Blank lines are not kept as lines but
// as the distance that the next line keeps from the one before. Next: layout.h, blocks.h.

#ifndef POSTIL_INDEXER_EXTRACT_LINES_H_
#define POSTIL_INDEXER_EXTRACT_LINES_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace postil::index {

struct Line {
  std::string_view text;           // without white space at its ends, never empty; into the page
  std::uint16_t indent = 0;        // columns of white space before it; a tab goes to the next 8th
  std::uint16_t blank_before = 0;  // blank lines between it and the line before
};

// The lines of `text` (line ends \n) that hold more than white space, in order.
std::vector<Line> split_lines(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_LINES_H_
