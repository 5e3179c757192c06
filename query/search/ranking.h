// The order of the results: articles, or groups of near-duplicates, each ranked by its best record
// (the text of an article or a comment).

#ifndef POSTIL_QUERY_SEARCH_RANKING_H_
#define POSTIL_QUERY_SEARCH_RANKING_H_

#include <xapian.h>

#include <cstdint>
#include <vector>

#include "query/search/request.h"

namespace postil::query {

// BM25 by Robertson et al. ("Okapi at TREC-3"). Measured: see "The order of results" in
// ARCHITECTURE.md.
inline constexpr double kK1 = 0.9;
inline constexpr double kB = 0.6;

struct Ranked {
  Xapian::docid id = 0;  // of the record that ranks highest of its article or group
  double score = 0;
};

// What a result stands for.
enum class Unit : std::uint8_t { kArticle, kVersion };

// The results from `offset` on, at most `limit`, best first; equal ones in the order in which they
// were indexed. `ranking` carries the weights, `filters` none. Throws what Xapian throws.
std::vector<Ranked> rank(const Xapian::Database& database, const Xapian::Query& ranking,
                         const Xapian::Query& filters, Sort sort, Unit unit, std::uint64_t offset,
                         std::uint64_t limit);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_RANKING_H_
