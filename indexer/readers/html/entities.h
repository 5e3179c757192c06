// Character references of HTML (&eacute; &#233; &#xE9;), which also stand in Markdown and in
// exports.

#ifndef POSTIL_INDEXER_READERS_HTML_ENTITIES_H_
#define POSTIL_INDEXER_READERS_HTML_ENTITIES_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace postil::index {

// Appends what the reference at the start of `text` (an &) stands for, and returns its length; 0 if
// there is none that is known, with nothing appended. A missing semicolon is forgiven for numbers.
std::size_t decode_entity(std::string_view text, std::string& out);

// The same by the rules of a page: the names that HTML has from its first days stand for their
// letter without a semicolon as well ("&copy 2011", "&eacutet").
std::size_t decode_html_entity(std::string_view text, std::string& out);

// `text` with all known references replaced, once.
std::string decode_entities(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_HTML_ENTITIES_H_
