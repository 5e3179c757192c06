// PDF, by poppler. A document is an article whose paragraphs know their pages.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_PDF_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_PDF_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kPdfReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_PDF_H_
