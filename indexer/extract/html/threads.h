// The readers' comments of a page: elements that are named so, or that repeat as comments do with a
// name and a date each. Nested answers keep what they answer.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_THREADS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_THREADS_H_

#include <vector>

#include "indexer/extract/html/marked_parts.h"
#include "indexer/model/article.h"

namespace postil::index {

// In page order, numbered from 1. Marks their blocks as kComment and what stands between and around
// them (heading, buttons, reply form) as furniture.
std::vector<Comment> take_threads(MarkedParts& page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_THREADS_H_
