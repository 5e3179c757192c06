// Plain text as it was saved, a whole page more often than an article alone: what is what in it is
// for extraction to find.

#ifndef POSTIL_INDEXER_READERS_TEXT_TEXT_H_
#define POSTIL_INDEXER_READERS_TEXT_TEXT_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kTextReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TEXT_TEXT_H_
