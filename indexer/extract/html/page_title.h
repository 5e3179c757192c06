// The title of a page, from what it declares and shows, without the name of its site.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_PAGE_TITLE_H_
#define POSTIL_INDEXER_EXTRACT_HTML_PAGE_TITLE_H_

#include <string>
#include <string_view>

#include "indexer/extract/html/marked_parts.h"
#include "indexer/extract/html/page_facts.h"

namespace postil::index {

// Letters and digits alone, folded: "The War – Part 2" → "thewarpart2".
std::string squashed(std::string_view text);

// "" if nothing looks like one.
std::string find_page_title(const MarkedParts& page, NodeId main, const PageFacts& facts,
                            std::string_view outlet, std::string_view address);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_PAGE_TITLE_H_
