// Reads JSON that is not lines: a list of articles, an object around one ({"articles": […]}), a
// JSON Feed, or one article by itself. Of any length: one article is held at a time.

#ifndef POSTIL_INDEXER_READERS_TABLES_JSON_DOCUMENT_H_
#define POSTIL_INDEXER_READERS_TABLES_JSON_DOCUMENT_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kJsonReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_JSON_DOCUMENT_H_
