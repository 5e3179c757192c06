// A page of the web, given as its tree, as an article:
//
//   tree → blocks → comments → regions → main text → head → article
//
// Each arrow is a file of its own; this one knows their order and nothing else. What the page
// declares about itself in its head is read by page_facts.h.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_HTML_PAGE_H_
#define POSTIL_INDEXER_EXTRACT_HTML_HTML_PAGE_H_

#include <vector>

#include "indexer/model/article.h"

namespace postil::index {

// Fills the article from the page: paragraphs, comments and furniture, and of its metadata what is
// still empty. `declared` receives the comments that it declares if it shows none.
// False if the page has too many blocks and is cut.
bool read_marked_page(const MarkedPage& page, Article& article, std::vector<RawComment>& declared);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_HTML_PAGE_H_
