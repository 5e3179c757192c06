// Which of the short blocks above the body is the title.

#ifndef POSTIL_INDEXER_EXTRACT_TITLE_H_
#define POSTIL_INDEXER_EXTRACT_TITLE_H_

#include <cstddef>
#include <optional>

#include "indexer/extract/page_parts.h"

namespace postil::index {

// The block among [from, body) that is most likely the title; nothing if none could be one. `body`
// is the block of the body's first paragraph.
std::optional<std::size_t> find_title(const PageParts& page, std::size_t from, std::size_t body,
                                      bool whole_page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_TITLE_H_
