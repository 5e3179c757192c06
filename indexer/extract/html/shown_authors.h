// What the elements and lines of a page show of its authors, as written: microdata, links to
// authors, elements whose names say author, lines "By Ann Lee". page_authors.h tells names from
// accounts and outlets and chooses.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_SHOWN_AUTHORS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_SHOWN_AUTHORS_H_

#include <string>
#include <vector>

#include "indexer/extract/html/marked_parts.h"

namespace postil::index {

struct ShownAuthors {
  std::vector<std::string> microdata;  // itemprop=author
  std::vector<std::string> rel;        // rel=author
  std::vector<std::string> named;      // of the element that is nearest to the body
  std::vector<std::string> linked;     // links to /author/ann-lee near the head, people only
  std::vector<std::string> byline;     // of a line near the head, else of one at the foot
};

// `main` is the element that find_main() gave. Linear in the page.
ShownAuthors shown_authors(const MarkedParts& page, NodeId main);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_SHOWN_AUTHORS_H_
