// Finds the readers' comments of a page and takes them apart. A section of comments is accepted on
// the sum of its evidence (a heading that counts them, heads with names and dates, buttons, a reply
// form), so that a numbered list, an interview or a chronicle in an essay stays body.

#ifndef POSTIL_INDEXER_EXTRACT_COMMENTS_H_
#define POSTIL_INDEXER_EXTRACT_COMMENTS_H_

#include <vector>

#include "indexer/extract/page_parts.h"
#include "indexer/model/article.h"

namespace postil::index {

// The comments in page order, numbered from 1; marks their blocks as kComment and the buttons and
// forms between them as furniture. Leaves all blocks open if there are none. Linear.
std::vector<Comment> take_comments(PageParts& page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_COMMENTS_H_
