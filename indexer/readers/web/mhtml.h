// MHTML (.mht, .mhtml): a web page saved with its pictures as one file, in the form of a mail.

#ifndef POSTIL_INDEXER_READERS_WEB_MHTML_H_
#define POSTIL_INDEXER_READERS_WEB_MHTML_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kMhtmlReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_WEB_MHTML_H_
