// Comments that no name gives away: elements of one kind side by side, each with a name, a date and
// some text of its own and without a headline, behind or beside prose that is not theirs.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_UNNAMED_THREADS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_UNNAMED_THREADS_H_

#include <string>
#include <vector>

#include "indexer/extract/html/marked_parts.h"

namespace postil::index {

// The kind of an element: its tag and its first class, without numbers. Comments of one thread are
// of one kind.
std::string kind_of(const PageTree& tree, NodeId node);

// The elements of the page's threads in page order, without answers inside of them; empty if there
// are none. Linear in the page.
std::vector<NodeId> unnamed_comments(const MarkedParts& page);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_UNNAMED_THREADS_H_
