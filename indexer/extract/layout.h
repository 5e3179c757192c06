// How the lines of a page make its paragraphs: whether somebody (a mail program, `fold`, a typist)
// broke them at a width, and what then separates one paragraph from the next. Measured once over
// the whole page, because a single line cannot tell. Used by blocks.h.

#ifndef POSTIL_INDEXER_EXTRACT_LAYOUT_H_
#define POSTIL_INDEXER_EXTRACT_LAYOUT_H_

#include <cstddef>
#include <vector>

#include "indexer/extract/lines.h"

namespace postil::index {

struct Layout {
  std::size_t width = 0;         // code points at which lines were broken; 0: a line is a paragraph
  bool blank_separated = false;  // a wrapped paragraph ends at a blank line, not at a short line
};

// Linear in the text. Lines that are followed by a blank line say nothing; each other one votes for
// the widths at which it would have been broken just there, the next word having found no place.
Layout measure_layout(const std::vector<Line>& lines);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_LAYOUT_H_
