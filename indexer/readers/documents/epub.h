// EPUB books, 2 and 3. Each chapter is an article, so that it can be found, dated and cited by
// itself: its title the chapter's, its outlet the book's title, its authors the book's. A chapter
// begins where the table of contents points or where a file begins with a heading; files between
// belong to the chapter before them. A book of one chapter is one article.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_EPUB_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_EPUB_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kEpubReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_EPUB_H_
