// Joins: questions that bring together words of an article and words of its comments, as in
// `talks comment:fantasy`. What NOT, AND and OR otherwise ask of one record is here asked of an
// article with all its comments.
//
//   - Words outside comment: hold for the article's own text.
//   - comment:… and commenter:… side by side hold for one and the same of its comments, and so do
//     those behind NOT beside them.
//   - NOT before comment:… alone leaves out the articles that have such a comment.
//
// What matches is each such article and those of its comments that comment: speaks of. `kind:`
// beside all this chooses among these.

#ifndef POSTIL_QUERY_SEARCH_JOIN_H_
#define POSTIL_QUERY_SEARCH_JOIN_H_

#include <cstdint>
#include <vector>

#include "core/base/result.h"
#include "query/parse/ast.h"
#include "query/search/records.h"
#include "query/search/state.h"

namespace postil::query {

// Whether the parts of `node` are words of an article and words of its comments.
bool is_join(const AndNode& node);

// What is shown of the articles for which a join holds, and why.
struct JoinParts {
  std::vector<const Node*> texts;                  // that speak of words of the article
  std::vector<std::vector<const Node*>> comments;  // of a comment that matches, all of one of these
  std::vector<const Node*> kinds;
};
JoinParts join_parts(const AndNode& join);

// The records that match a join. Throws what Xapian throws.
Result<RecordIds> select_join(const State& state, const AndNode& join);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_JOIN_H_
