// The text of scraps of HTML that stand inside other formats: in Markdown, feeds, mails, books. All
// of a scrap is its text; what is body and what furniture is asked of whole pages only (html.h).

#ifndef POSTIL_INDEXER_READERS_TEXT_HTML_TEXT_H_
#define POSTIL_INDEXER_READERS_TEXT_HTML_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"

namespace postil::index {

// The paragraphs of the scrap, zoned by its tags (headings, block quotes, list items, captions and
// the alternative texts of pictures). Tags, comments, scripts and styles are dropped, character
// references decoded. Any valid UTF-8, however broken as HTML.
std::vector<Paragraph> html_to_paragraphs(std::string_view html);

// The same as one text, a blank line between paragraphs.
std::string html_to_text(std::string_view html);

// True when the text is plainly HTML: it has two block tags, a <br> or the end tag of another.
bool looks_like_html(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_HTML_TEXT_H_
