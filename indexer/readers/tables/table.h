// Reads tables, CSV and TSV, whose rows are articles, with the columns that exports have. Beside a
// table of articles there may be one of comments, named alike ("gnm_articles.csv" and
// "gnm_comments.csv"), as the SFU Opinion and Comments Corpus comes: it is its companion
// (source.h), and its rows are joined to their articles by article_id.

#ifndef POSTIL_INDEXER_READERS_TABLES_TABLE_H_
#define POSTIL_INDEXER_READERS_TABLES_TABLE_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kTableReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_TABLE_H_
