// The readers' comments of a page whose elements say nothing of them, as pages made by hand are:
// found by their words as in plain text, by a heading that tells of comments and a line with name
// and date over each.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_TOLD_THREADS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_TOLD_THREADS_H_

#include <vector>

#include "indexer/extract/html/marked_parts.h"
#include "indexer/model/article.h"

namespace postil::index {

// As take_threads() does; to be asked where that has found none.
std::vector<Comment> take_told_threads(MarkedParts& page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_TOLD_THREADS_H_
