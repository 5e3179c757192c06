// Rich Text Format 1.9, as word processors wrote it for thirty years.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_RTF_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_RTF_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kRtfReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_RTF_H_
