#include "query/search/prepared.h"

#include <numeric>

#include "query/search/occurrences.h"

namespace postil::query {

RecordIds Prepared::matches() const {
  return matching_records(state.database, Xapian::Query(Xapian::Query::OP_AND, selection, filters));
}

Result<Prepared> prepare(const State& state, const Request& request) {
  const Purpose purpose = request.any ? Purpose::kRankSentences : Purpose::kRank;
  auto ranking = state.compiler.compile(request.tree, purpose);
  if (!ranking) return ranking.error();
  auto selection = state.compiler.compile(request.tree, Purpose::kSelect);
  if (!selection) return selection.error();
  return Prepared{state, request, *std::move(ranking), *std::move(selection),
                  state.compiler.compile(request.filters)};
}

Result<std::optional<std::vector<std::uint64_t>>> occurrences_in_each(const Prepared& question,
                                                                      const RecordIds& ids) {
  const Node* only = only_leaf(question.request.tree);
  if (only == nullptr) return std::optional<std::vector<std::uint64_t>>();
  Vocabulary& vocabulary = question.state.vocabulary;
  const auto* word = std::get_if<WordNode>(&only->is);
  const auto leaf = word != nullptr ? read_leaf(*word, vocabulary)
                                    : read_leaf(std::get<PhraseNode>(only->is), vocabulary);
  if (!leaf) return leaf.error();
  return std::optional(occurrences_in_each(question.state.database, ids, *leaf));
}

Result<std::optional<std::uint64_t>> count_occurrences(const Prepared& question,
                                                       const RecordIds& ids) {
  const auto each = occurrences_in_each(question, ids);
  if (!each) return each.error();
  if (!*each) return std::optional<std::uint64_t>();
  return std::optional(std::accumulate((*each)->begin(), (*each)->end(), std::uint64_t{0}));
}

}  // namespace postil::query
