// The body of a Markdown file as paragraphs with their zones.

#ifndef POSTIL_INDEXER_READERS_TEXT_MARKDOWN_BODY_H_
#define POSTIL_INDEXER_READERS_TEXT_MARKDOWN_BODY_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"

namespace postil::index {

struct MarkdownBody {
  std::string title;  // of a first-level heading before all else, which is then no paragraph
  std::vector<Paragraph> paragraphs;
  bool complete = true;  // false: the parser gave up, and paragraphs end there
};

// `text` is valid UTF-8 without the front matter, \n its line ends.
MarkdownBody read_markdown_body(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_MARKDOWN_BODY_H_
