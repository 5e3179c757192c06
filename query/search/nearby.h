// What to ask instead when nothing is found: the same question made a little wider, step by step.
// These are offered beside the answer "none", never mixed with hits.

#ifndef POSTIL_QUERY_SEARCH_NEARBY_H_
#define POSTIL_QUERY_SEARCH_NEARBY_H_

#include <vector>

#include "query/parse/ast.h"

namespace postil::query {

// One way of widening a question: trees from the nearest to the widest. The first that finds
// something is worth offering, those behind it are not.
struct Ladder {
  std::vector<Node> rungs;
  bool last_resort = false;  // only if no ladder before it leads anywhere
};

// The ways of widening a question, nearest first.
//   1. Slop: other words between those of its phrases, 1, 2, 3, 5, 10; more between those of NEAR.
//   2. Stems: its phrases and exact words in any form, first near each other, then anywhere.
//   3. Fewer words: each of what it asks for left out in turn; as a last resort any of them alone.
// Of a question of two words, one alone is a last resort too.
std::vector<Ladder> relaxations(const Node& tree);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_NEARBY_H_
