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
#include "query/search/answer.h"
#include "query/search/copies.h"
#include "query/search/ranking.h"
#include "query/search/records.h"
#include "query/search/scorer.h"
#include "query/search/spotter.h"

namespace postil::query {

// How much of each result is shown.
struct HitLimits {
  std::size_t passages = 3;
  std::size_t comments = 3;
};

// What matches: to tell which of several versions of an article do.
struct Matches {
  const RecordIds& records;
  // For each article that has some: how many of its comments, by schema::article_key (tally.h).
  const std::unordered_map<std::string, std::uint64_t>& comments_of;
};

// Which article a result shows, and whose comments below it.
enum class Shown : std::uint8_t {
  kItself,    // the ranked one, with its comments
  kVersion,   // the ranked one, with the comments of all its versions
  kEarliest,  // the earliest of its versions that match, with the comments of all
};

class HitMaker {
 public:
  // All that is referred to must outlive the maker.
  struct Inputs {
    const State& state;
    const Node& tree;
    const Scorer& scorer;
    Spotter& spotter;
    const Matches& matches;
    HitLimits limits;
  };

  explicit HitMaker(Inputs inputs) : in_(inputs) {}

  // The result for one ranked record: the article that it is, or that it comments on, or a version
  // of that.
  Result<ArticleHit> make(const Ranked& ranked, Shown shown);

 private:
  Result<Xapian::docid> article_of(Xapian::docid record) const;
  bool own_text_matches(Xapian::docid article) const;
  std::uint64_t comments_below(std::string_view article_id) const;
  Xapian::docid earliest_match(const std::vector<Copy>& copies, Xapian::docid otherwise) const;
  Result<std::vector<CommentHit>> best_comments(const std::vector<std::string>& article_ids,
                                                bool collapse);

  Inputs in_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_HITS_H_
