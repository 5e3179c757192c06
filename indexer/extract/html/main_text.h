// Where on a page the article stands: the element that holds most of the prose and little else, by
// structure and text density; and which blocks in it are not of the article.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_MAIN_TEXT_H_
#define POSTIL_INDEXER_EXTRACT_HTML_MAIN_TEXT_H_

#include "indexer/extract/html/marked_parts.h"

namespace postil::index {

// The element that holds the article. Decides nothing.
NodeId find_main(const MarkedParts& page);

// Marks the blocks of the article as kBody and all other open ones as furniture.
void take_body(MarkedParts& page, NodeId main);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_MAIN_TEXT_H_
