// Title, authors, dates and outlet of a page: what it declares (page_facts.h) weighed against
// what it shows. A wrong author or date is worse than none, so that what only one weak place
// says, or what names an outlet or an account and no person, is left out.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_PAGE_METADATA_H_
#define POSTIL_INDEXER_EXTRACT_HTML_PAGE_METADATA_H_

#include <string_view>

#include "indexer/extract/html/marked_parts.h"
#include "indexer/extract/html/page_facts.h"
#include "indexer/model/article.h"

namespace postil::index {

// `main` is the element that find_main() gave; called before what is outside of it is marked.
// Marks the blocks that show title, byline and date as kHead. `address` may be "".
Metadata find_metadata(MarkedParts& page, NodeId main, const PageFacts& facts,
                       std::string_view address);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_PAGE_METADATA_H_
