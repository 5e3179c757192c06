// The order of the results: articles, or groups of near-duplicates, each ranked by its best record
// (the text of an article or a comment).

#ifndef POSTIL_QUERY_SEARCH_RANKING_H_
#define POSTIL_QUERY_SEARCH_RANKING_H_

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "core/schema/fields.h"
#include "query/search/request.h"
#include "query/search/scorer.h"
#include "query/search/state.h"

namespace postil::query {

struct Ranked {
  Xapian::docid id = 0;
  double score = 0;
};

// The records from `offset` on, at most `limit`, best first; equal ones in the order in which they
// were indexed. Of records with one value in the slot `group` only the best is ranked; those
// without a value, and all if it is kNoSlot, each by itself. Throws what Xapian throws.
std::vector<Ranked> rank(const State& state, const ScoredRecords& records, Sort sort,
                         schema::Slot group, std::uint64_t offset, std::uint64_t limit);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_RANKING_H_
