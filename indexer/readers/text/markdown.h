// Markdown with front matter, as the tools of blogs keep their posts: Jekyll, Hugo, Eleventy and
// their kin. One file is one article whose paragraphs and zones the format marks.

#ifndef POSTIL_INDEXER_READERS_TEXT_MARKDOWN_H_
#define POSTIL_INDEXER_READERS_TEXT_MARKDOWN_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kMarkdownReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_MARKDOWN_H_
