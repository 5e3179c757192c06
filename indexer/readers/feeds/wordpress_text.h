// The text of posts and comments as WordPress keeps it: HTML in which a blank line divides
// paragraphs, with comments that delimit blocks and with [shortcodes]; sometimes Markdown. For
// wxr.cc.

#ifndef POSTIL_INDEXER_READERS_FEEDS_WORDPRESS_TEXT_H_
#define POSTIL_INDEXER_READERS_FEEDS_WORDPRESS_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"

namespace postil::index {

// The paragraphs that a reader of the blog would see. Linear time, any text.
std::vector<Paragraph> wordpress_paragraphs(std::string_view content);

// `content` without shortcodes: their tags go, what they enclose stays, a caption becomes one.
// [sic] and [1] are no shortcodes: those have attributes, an end tag or a name that is known.
std::string without_shortcodes(std::string_view content);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_WORDPRESS_TEXT_H_
