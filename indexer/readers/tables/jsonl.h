// JSON Lines: one JSON object a line, each an article, as exports and research collections have
// them. Read as a stream, however long the file is.

#ifndef POSTIL_INDEXER_READERS_TABLES_JSONL_H_
#define POSTIL_INDEXER_READERS_TABLES_JSONL_H_

#include <cstddef>

#include "indexer/readers/reader.h"

namespace postil::index {

// A longer line is skipped: it holds no one article, and is held in memory several times over.
inline constexpr std::size_t kLongestJsonLine = 64UL * 1024 * 1024;

extern const Reader kJsonLinesReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_JSONL_H_
