// Which blocks are furniture and where the body begins and ends. A page that shows no furniture is
// an essay and is body from end to end; on a page that does, the body is the stretch of paragraphs
// that outweighs what stands around it, and menus at both ends are cut off.

#ifndef POSTIL_INDEXER_EXTRACT_BODY_SPAN_H_
#define POSTIL_INDEXER_EXTRACT_BODY_SPAN_H_

#include <cstddef>

#include "indexer/extract/page_parts.h"

namespace postil::index {

struct Span {
  std::size_t begin = 0;  // blocks [begin, end)
  std::size_t end = 0;
};

// Marks furniture among the open blocks, inside the body too. Nothing is marked before `head_end`
// but what is furniture by itself: the lines above the body are for head.h to read.
void mark_inner_furniture(PageParts& page);

// The stretch of open blocks in which the body stands; begins and ends with a paragraph, unless the
// page is an essay. Decides nothing.
Span find_body(const PageParts& page);

// True if enough stands around the article to show that this is a page and not a plain essay.
bool is_whole_page(const PageParts& page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_BODY_SPAN_H_
