// Reads feeds: RSS of all versions, Atom, CDF; also Blogger's exports, which are Atom, and feeds of
// comments. Each entry becomes an article.

#ifndef POSTIL_INDEXER_READERS_FEEDS_FEED_H_
#define POSTIL_INDEXER_READERS_FEEDS_FEED_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kFeedReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_FEED_H_
