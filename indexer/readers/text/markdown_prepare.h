// Makes the body of a Markdown file ready for a CommonMark parser: what the tools of blogs add to
// Markdown (shortcodes, attribute lists, footnotes) is taken out, and nesting is bounded.

#ifndef POSTIL_INDEXER_READERS_TEXT_MARKDOWN_PREPARE_H_
#define POSTIL_INDEXER_READERS_TEXT_MARKDOWN_PREPARE_H_

#include <string>
#include <string_view>

namespace postil::index {

// Without {% … %}, {{ … }}, {{< … >}}, {: … } and HTML comments; footnotes stand as paragraphs of
// their own at the end, references to them are gone. No line nests deeper than kDeepestNesting.
std::string prepare_markdown(std::string_view body);

// Quotes within quotes, lists within lists. The parser's time for a line grows with them.
inline constexpr int kDeepestNesting = 32;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_MARKDOWN_PREPARE_H_
