// What feeds of all kinds say of entries that give less than their text.

#ifndef POSTIL_INDEXER_READERS_FEEDS_FEED_REPORT_H_
#define POSTIL_INDEXER_READERS_FEEDS_FEED_REPORT_H_

#include <cstddef>

#include "indexer/readers/reader.h"

namespace postil::index {

struct ShortEntries {
  std::size_t summaries = 0;  // whose body is their summary
  std::size_t titles = 0;     // a title alone, such as a feed of headlines has
};

void report_short_entries(const ShortEntries& shorts, std::size_t entries, RawArticleSink& sink);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_FEEDS_FEED_REPORT_H_
