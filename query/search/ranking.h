// The order of the results: articles, each ranked by its best record (its own text or a comment).

#ifndef POSTIL_QUERY_SEARCH_RANKING_H_
#define POSTIL_QUERY_SEARCH_RANKING_H_

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/search/request.h"

namespace postil::query {

struct Ranked {
  Xapian::docid id = 0;  // of the record that ranks highest among its article's
  double score = 0;
};

// The articles from `offset` on, at most `limit`, best first; equal ones in the order in which they
// were indexed. `ranking` carries the weights, `filters` none. Throws what Xapian throws.
std::vector<Ranked> rank(const Xapian::Database& database, const Xapian::Query& ranking,
                         const Xapian::Query& filters, Sort sort, std::uint64_t offset,
                         std::uint64_t limit);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_RANKING_H_
