// What the fields of a Markdown file's front matter, and its name, say of the article.

#ifndef POSTIL_INDEXER_READERS_TEXT_MARKDOWN_METADATA_H_
#define POSTIL_INDEXER_READERS_TEXT_MARKDOWN_METADATA_H_

#include <string_view>

#include "indexer/model/article.h"
#include "indexer/readers/text/front_matter.h"

namespace postil::index {

// Adds a Problem to `front` for a date that cannot be read.
Metadata to_metadata(FrontMatter& front);

// The date in a name such as Jekyll gives ("2022-04-11-slug.md"), if there is one and none is
// known.
void date_from_name(std::string_view path, Metadata& meta);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_MARKDOWN_METADATA_H_
