#include "query/search/prepared.h"

#include "query/search/occurrences.h"
#include "query/search/selector.h"

namespace postil::query {

Result<Prepared> prepare(const State& state, const Request& request) {
  const Node* only = only_leaf(request.tree);
  Selector selector(state, only);
  auto matches = selector.select_all({&request.tree}, request.filters);
  if (!matches) return matches.error();
  Prepared question{state, request, *std::move(matches), std::nullopt};
  if (only == nullptr) return question;
  if (const auto* word = std::get_if<WordNode>(&only->is)) {
    const auto leaf = read_leaf(*word, state.vocabulary);
    if (!leaf) return leaf.error();
    question.occurrences = occurrences_in_each(state, question.matches, *leaf);
  } else {
    question.occurrences = selector.occurrences(question.matches);
  }
  return question;
}

}  // namespace postil::query
