// One comment, given the element that holds it: who wrote it, when, and its paragraphs without
// buttons, counts and forms.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_COMMENT_ITEM_H_
#define POSTIL_INDEXER_EXTRACT_HTML_COMMENT_ITEM_H_

#include <vector>

#include "indexer/extract/html/marked_parts.h"
#include "indexer/model/article.h"

namespace postil::index {

// `blocks` are those of the element that are its own and no answer's; `items` tells of each node
// whether it is a comment (0: no), so that answers inside are passed over. A comment without
// paragraphs if there is no text in it.
Comment read_comment_item(const MarkedParts& page, NodeId item,
                          const std::vector<std::uint32_t>& blocks, const std::vector<int>& items);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_COMMENT_ITEM_H_
