// Copies of a question's tree with some of its parts exchanged.

#ifndef POSTIL_QUERY_SEARCH_REWRITE_H_
#define POSTIL_QUERY_SEARCH_REWRITE_H_

#include <functional>

#include "query/parse/ast.h"

namespace postil::query {

// What to put in place of the words, phrases and NEARs that are not beneath a NOT. What is left
// empty copies them; a NEAR is copied with its operands rewritten by the other two.
struct Rewrite {
  std::function<Node(const WordNode&)> word;
  std::function<Node(const PhraseNode&)> phrase;
  std::function<Node(const NearNode&)> near;
};

Node rewritten(const Node& node, const Rewrite& rewrite);

inline Node copy_of(const Node& node) { return rewritten(node, {}); }

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_REWRITE_H_
