// What a database holds in all, for --stats.

#ifndef POSTIL_QUERY_SEARCH_STATS_H_
#define POSTIL_QUERY_SEARCH_STATS_H_

#include "query/search/searcher.h"
#include "query/search/state.h"

namespace postil::query {

// Throws what Xapian throws.
Stats collect_stats(const State& state);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_STATS_H_
