// Puts nodes together. Trees come out in one form only: no "all of" directly inside another, no
// "any of" inside another, none with a single child; so that equal questions have equal trees.

#ifndef POSTIL_QUERY_PARSE_COMBINE_H_
#define POSTIL_QUERY_PARSE_COMBINE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "query/parse/ast.h"

namespace postil::query {

Node all_of(std::vector<Node> nodes);  // one node or more
Node any_of(std::vector<Node> nodes);  // one node or more
Node negated(Node node);

enum class Sign : std::uint8_t { kNone, kPlus, kMinus };

// A node with the sign it was written with; kMinus: the node is meant negated, but is not yet.
struct Clause {
  Node node;
  Sign sign = Sign::kNone;
};

// The clause as a node of its own, where + means nothing.
Node as_node(Clause clause);

// Clauses that stand side by side without an operator, one or more. `any`: any of those without a
// sign, all with +, none with -; else all of them.
Node side_by_side(std::vector<Clause> clauses, bool any);

// Why operands cannot stand beside NEAR.
enum class NearMistake : std::uint8_t {
  kNotWords,   // one is neither a word nor a phrase nor a choice of such
  kTwoFields,  // they are looked for in different fields
  kTooMany,    // choices beside choices make too many combinations
};

// The operands near each other. A choice among words and phrases, (a OR b) NEAR c, becomes a choice
// among NEARs, each of plain operands. `added_terms` receives how many words this adds.
struct NearResult {
  Node node;
  std::optional<NearMistake> mistake;
  std::size_t culprit = 0;      // index of the operand that is at fault
  std::size_t added_terms = 0;  // words that the tree has more than the question
};
NearResult near_each_other(std::vector<Node> operands, int distance);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_COMBINE_H_
