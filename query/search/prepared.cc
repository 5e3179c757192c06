#include "query/search/prepared.h"

#include <utility>

#include "query/search/join.h"
#include "query/search/occurrences.h"
#include "query/search/selector.h"

namespace postil::query {
namespace {

using Counts = std::vector<std::uint64_t>;

Result<Leaf> read_only_leaf(const Node& only, const State& state) {
  if (const auto* word = std::get_if<WordNode>(&only.is)) return read_leaf(*word, state.vocabulary);
  return read_leaf(std::get<PhraseNode>(only.is), state.vocabulary);
}

// A join shows records of both sides, and the leaf is looked for on one of them.
Result<Counts> count_in_join(const State& state, const RecordIds& matches, const Node& only) {
  const auto leaf = read_only_leaf(only, state);
  if (!leaf) return leaf.error();
  const bool in_comments = leaf->field == schema::FieldId::kComment;
  const RecordIds side =
      records_with_any(state, {in_comments ? comment_term() : article_term()}, &matches);
  const auto found = Selector(state).select(only, &side);
  if (!found) return found.error();
  return spread(*found, occurrences_in_each(state, *found, *leaf), matches);
}

// How often the only leaf of a question occurs in each of its matches; `selector` found them.
Result<Counts> count(const State& state, const RecordIds& matches, const Node& only,
                     const Selector& selector) {
  if (std::holds_alternative<PhraseNode>(only.is)) return selector.occurrences(matches);
  const auto leaf = read_only_leaf(only, state);
  if (!leaf) return leaf.error();
  return occurrences_in_each(state, matches, *leaf);
}

schema::FieldId field_of(const Node& leaf) {
  const auto* word = std::get_if<WordNode>(&leaf.is);
  return word != nullptr ? word->field : std::get<PhraseNode>(leaf.is).field;
}

bool has_join(const Node& tree) {
  const auto* all = std::get_if<AndNode>(&tree.is);
  return all != nullptr && is_join(*all);
}

}  // namespace

Result<Prepared> prepare(const State& state, const Request& request) {
  const Node* only = only_leaf(request.tree);
  Selector selector(state, only);
  auto matches = selector.select_all({&request.tree}, request.filters);
  if (!matches) return matches.error();
  Prepared question{state, request, *std::move(matches), std::nullopt, false};
  if (only == nullptr) return question;
  auto counts = has_join(request.tree) ? count_in_join(state, question.matches, *only)
                                       : count(state, question.matches, *only, selector);
  if (!counts) return counts.error();
  question.occurrences = *std::move(counts);
  question.has_rate = field_of(*only) != schema::FieldId::kNote;
  return question;
}

}  // namespace postil::query
