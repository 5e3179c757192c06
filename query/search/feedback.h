// Feedback for questions of which any word may match (--any): the telling words of the articles
// that rank highest help to order all that match. Nothing more matches for it.
//
// Pseudo relevance feedback after Rocchio ("Relevance feedback in information retrieval", 1971),
// with each word weighed by its BM25 weight in the first articles, those that rank higher counting
// more. Weaker than the question's own words, which decide; its weight was measured: see "The order
// of results" in ARCHITECTURE.md.

#ifndef POSTIL_QUERY_SEARCH_FEEDBACK_H_
#define POSTIL_QUERY_SEARCH_FEEDBACK_H_

#include <xapian.h>

#include <span>

#include "query/search/ranking.h"
#include "query/search/scorer.h"
#include "query/search/target.h"

namespace postil::query {

// As many of the best records as are looked at.
inline constexpr std::size_t kFeedbackRecords = 10;

// Adds to the scores of `records` what they have of the stems that are telling in `best` and not
// asked for already (`targets`). The same for the same records, always. Throws what Xapian throws.
void add_feedback(const Xapian::Database& database, std::span<const Ranked> best,
                  std::span<const Target> targets, const Scorer& scorer, ScoredRecords& records);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_FEEDBACK_H_
