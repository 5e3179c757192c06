// HTML: web pages as browsers, crawlers and "save page" extensions leave them. Bytes become a tree
// (indexer/model/page_tree.h); what in it is title, body, comments or furniture is for extraction.
// Formats that hold whole pages (WARC, MHTML, mail) call read_html_page() as well. For scraps that
// are the body by declaration (feeds, exports) see html_text.h.

#ifndef POSTIL_INDEXER_READERS_WEB_HTML_H_
#define POSTIL_INDEXER_READERS_WEB_HTML_H_

#include <optional>
#include <string>
#include <string_view>

#include "indexer/model/article.h"
#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kHtmlReader;

// What is known of a page from where it comes.
struct PageOrigin {
  std::string charset;  // that a header names; "" if none does
  std::string address;  // URL under which it was fetched, "" if unknown
};

// A page as a raw article whose content is a MarkedPage; nothing if there is no text in it. What
// had to be assumed or replaced in its encoding is told to `sink`. A charset in a header is
// believed before one in the page. Thread-safe; never throws but for want of memory.
std::optional<RawArticle> read_html_page(std::string_view bytes, const PageOrigin& origin,
                                         RawArticleSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_WEB_HTML_H_
