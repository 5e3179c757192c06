// OpenDocument texts (.odt), as LibreOffice writes them: ISO 26300. Annotations become comments,
// footnotes follow the text; what was deleted with changes tracked is left out.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_ODT_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_ODT_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kOdtReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_ODT_H_
