// The door of this folder: the text of a page to its tree. Written for Postil because no library at
// hand does together what is wanted: builds the tree that browsers build (libxml2 does not), in
// bounded depth and in time and memory that a hostile page cannot drive up (Gumbo does not), and
// fast enough for archives of pages: eight times as fast as the one, twenty times as the other.

#ifndef POSTIL_INDEXER_READERS_HTML_PARSE_H_
#define POSTIL_INDEXER_READERS_HTML_PARSE_H_

#include <string>

#include "indexer/model/page_tree.h"

namespace postil::index::html {

// Any valid UTF-8 of less than 4 GB. The tree has a document (node 0), in it <html>, in that <head>
// and <body>, whether or not the page names them. Thread-safe.
PageTree parse(std::string page);

// The same for a scrap that stands inside another format. It is often written as XML is, and often
// by hand: a tag that closes itself is empty (<script src="x"/>, <a id="p7"/>), and a tag without
// an end is text rather than lost.
PageTree parse_scrap(std::string scrap);

}  // namespace postil::index::html

#endif  // POSTIL_INDEXER_READERS_HTML_PARSE_H_
