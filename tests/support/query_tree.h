// What the tests of the parser ask of a tree: whether its words are such as the analyser finds
// again in them. A few are not (ﷺ folds to four words), and only these may read differently when
// the tree is written out as a question.

#ifndef POSTIL_TESTS_SUPPORT_QUERY_TREE_H_
#define POSTIL_TESTS_SUPPORT_QUERY_TREE_H_

#include <algorithm>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/text/analyser.h"
#include "query/parse/ast.h"

namespace postil::test {

// Calls `visit` with each term of the tree.
template <class Visit>
void for_each_term(const query::Node& node, const Visit& visit) {
  const auto visit_all = [&](const std::vector<query::Node>& nodes) {
    for (const query::Node& child : nodes) for_each_term(child, visit);
  };
  if (const auto* word = std::get_if<query::WordNode>(&node.is)) visit(word->term);
  if (const auto* phrase = std::get_if<query::PhraseNode>(&node.is)) {
    for (const query::Term& term : phrase->terms) visit(term);
  }
  if (const auto* near = std::get_if<query::NearNode>(&node.is)) visit_all(near->operands);
  if (const auto* all = std::get_if<query::AndNode>(&node.is)) visit_all(all->children);
  if (const auto* any = std::get_if<query::OrNode>(&node.is)) visit_all(any->children);
  if (const auto* negation = std::get_if<query::NotNode>(&node.is)) {
    for_each_term(*negation->child, visit);
  }
  if (const auto* maybe = std::get_if<query::MaybeNode>(&node.is)) {
    for_each_term(*maybe->required, visit);
    for_each_term(*maybe->optional, visit);
  }
}

// Whether the analyser finds `word`, and nothing else, in `word`.
inline bool is_stable(const std::string& word, text::Analyser& analyser) {
  return analyser.words(word) == std::vector<std::string>{word};
}

// The same of each term of a tree, between its wildcards.
inline bool has_stable_terms(const query::Node& node, text::Analyser& analyser) {
  bool stable = true;
  for_each_term(node, [&](const query::Term& term) {
    std::string piece;
    for (std::size_t i = 0; i <= term.text.size(); ++i) {
      const bool ends = i == term.text.size() || (term.match == query::Match::kWildcard &&
                                                  (term.text[i] == '*' || term.text[i] == '?'));
      if (!ends) {
        piece += term.text[i];
      } else if (!piece.empty()) {
        stable = stable && is_stable(piece, analyser);
        piece.clear();
      }
    }
  });
  return stable;
}

}  // namespace postil::test

#endif  // POSTIL_TESTS_SUPPORT_QUERY_TREE_H_
