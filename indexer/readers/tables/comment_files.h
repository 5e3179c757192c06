// The comments of a post that a site keeps as data, in YAML or JSON: one file each, as Staticman
// and other programs write them for Jekyll and Hugo, or all of a post in the list of one file. They
// are companions (source.h) of the post's file.

#ifndef POSTIL_INDEXER_READERS_TABLES_COMMENT_FILES_H_
#define POSTIL_INDEXER_READERS_TABLES_COMMENT_FILES_H_

#include <vector>

#include "indexer/model/article.h"
#include "indexer/readers/reader.h"

namespace postil::index {

// In the order of their times, else of their files' names and lists. E-mail addresses are not
// looked at. What cannot be read is told, with its file's name.
std::vector<RawComment> read_comment_files(const Source& post, RawArticleSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_COMMENT_FILES_H_
