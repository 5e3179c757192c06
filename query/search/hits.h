// Turns ranked records into results: each article with its passages and the best of its matching
// comments below it.

#ifndef POSTIL_QUERY_SEARCH_HITS_H_
#define POSTIL_QUERY_SEARCH_HITS_H_

#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/text/analyser.h"
#include "query/search/answer.h"
#include "query/search/ranking.h"
#include "query/search/spotter.h"

namespace postil::query {

// How much of each result is shown.
struct HitLimits {
  std::size_t passages = 3;
  std::size_t comments = 3;
};

class HitMaker {
 public:
  // All arguments must outlive it. `ranking` and `filters` are the queries that `ranked` came from.
  HitMaker(const Xapian::Database& database, const Xapian::Query& ranking,
           const Xapian::Query& filters, Spotter& spotter, text::Analyser& analyser,
           HitLimits limits)
      : database_(database),
        ranking_(ranking),
        filters_(filters),
        spotter_(spotter),
        analyser_(analyser),
        limits_(limits) {}

  // The result for one ranked record: the article that it is, or that it comments on.
  // `comments_of` tells how many comments match below each article (tally.h).
  Result<ArticleHit> make(const Ranked& ranked,
                          const std::unordered_map<std::string, std::uint64_t>& comments_of);

 private:
  Result<std::vector<CommentHit>> best_comments(std::string_view article_id);

  const Xapian::Database& database_;
  const Xapian::Query& ranking_;
  const Xapian::Query& filters_;
  Spotter& spotter_;
  text::Analyser& analyser_;
  HitLimits limits_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_HITS_H_
