// Web archives (WARC, ARC): each page in them is an article with the page's own address and the day
// of its capture. Pages are HTTP responses, and the resources and conversions that crawlers store
// without HTTP.

#ifndef POSTIL_INDEXER_READERS_WEB_WARC_H_
#define POSTIL_INDEXER_READERS_WEB_WARC_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kWarcReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_WEB_WARC_H_
