// Reads a word or a quotation of a question into the leaf of the tree that it is in its scope: a
// word, a phrase, a value or a date.

#ifndef POSTIL_QUERY_PARSE_LEAF_H_
#define POSTIL_QUERY_PARSE_LEAF_H_

#include <cstddef>
#include <variant>

#include "core/base/date.h"
#include "core/text/analyser.h"
#include "query/parse/ast.h"
#include "query/parse/lexer.h"
#include "query/parse/mistake.h"
#include "query/parse/scope.h"

namespace postil::query {

// `token` is a kWord or kQuote. Ages such as 1y count back from `today`.
std::variant<Node, Mistake> read_leaf(const Token& token, const Scope& scope,
                                      const PartialDate& today, text::Analyser& analyser);

// The number that `digits` (nothing else) write, or one that is beyond any limit of the grammar.
int to_number(std::string_view digits);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_LEAF_H_
