// Microsoft Word documents since 2007 (.docx): ECMA-376, WordprocessingML. Review comments become
// comments, footnotes follow the text; what was deleted with changes tracked is left out.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_DOCX_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_DOCX_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kDocxReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_DOCX_H_
