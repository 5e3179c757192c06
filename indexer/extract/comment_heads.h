// Where comments begin on a page: the lines of comment_head.h put together. "Ann" above "3 May
// 2024" above a paragraph is one head of two blocks; a count of votes or a badge may stand between.

#ifndef POSTIL_INDEXER_EXTRACT_COMMENT_HEADS_H_
#define POSTIL_INDEXER_EXTRACT_COMMENT_HEADS_H_

#include <cstddef>
#include <vector>

#include "indexer/extract/comment_head.h"
#include "indexer/extract/page_parts.h"

namespace postil::index {

struct HeadAt {
  std::size_t begin = 0;  // blocks [begin, end)
  std::size_t end = 0;
  int strength = 0;  // 3 for "says", 2 for a name and a date, 1 for a name below a button
  CommentHead head;
};

// What block i is by itself, as a line of a head.
CommentHead head_of(const PageParts& page, std::size_t i);

// All that may be heads of comments, in page order, without overlaps, from block `from` on.
std::vector<HeadAt> find_comment_heads(const PageParts& page, std::size_t from);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_COMMENT_HEADS_H_
