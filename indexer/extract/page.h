// A page of plain text, in which everything is yet to be told apart, as an article:
//
//   lines → layout → blocks → features → comments → furniture and span → head and foot → article
//
// Each arrow is a file of its own; this one knows their order and nothing else.

#ifndef POSTIL_INDEXER_EXTRACT_PAGE_H_
#define POSTIL_INDEXER_EXTRACT_PAGE_H_

#include <string_view>

#include "indexer/model/article.h"

namespace postil::index {

// Pages of more blocks than this are taken as they are, every block a paragraph of the body.
inline constexpr std::size_t kMostBlocks = 100'000;

// Fills the article from the page: its paragraphs, comments and furniture, and of its metadata what
// is still empty. `language` is two letters or "". Returns false if the page has too many blocks to
// be told apart. Linear in the text; never throws but for want of memory.
bool read_page(std::string_view text, std::string_view language, Article& article);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_PAGE_H_
