// Comments of which nothing is left but their numbers, as when a page's ordered list of comments is
// saved as text. Told from a list of the author's by what stands around it.

#ifndef POSTIL_INDEXER_EXTRACT_NUMBERED_COMMENTS_H_
#define POSTIL_INDEXER_EXTRACT_NUMBERED_COMMENTS_H_

#include <vector>

#include "indexer/extract/page_parts.h"
#include "indexer/model/article.h"

namespace postil::index {

// As take_comments() of comments.h.
std::vector<Comment> take_numbered_comments(PageParts& page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_NUMBERED_COMMENTS_H_
