// What to ask instead when nothing is found: the same question made a little wider, step by step.
// These are offered beside the answer "none", never mixed with hits.

#ifndef POSTIL_QUERY_SEARCH_NEARBY_H_
#define POSTIL_QUERY_SEARCH_NEARBY_H_

#include <vector>

#include "query/parse/ast.h"

namespace postil::query {

// Ways of widening a question, each a ladder of trees from the nearest to the widest; the first
// rung that finds something is worth offering, the ones above it are not.
//   1. Its phrases with other words between theirs: 1, 2, 3, 5, 10.
//   2. Its phrases as separate words, in any form.
// A question without a phrase has none.
std::vector<std::vector<Node>> relaxations(const Node& tree);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_NEARBY_H_
