// How well records match a question: BM25 by Robertson et al. ("Okapi at TREC-3"), with what a word
// weighs in titles and in the very form that was asked for. Measured: see "The order of results" in
// ARCHITECTURE.md.

#ifndef POSTIL_QUERY_SEARCH_SCORER_H_
#define POSTIL_QUERY_SEARCH_SCORER_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "query/parse/ast.h"
#include "query/search/leaf.h"
#include "query/search/records.h"
#include "query/search/state.h"

namespace postil::query {

inline constexpr double kK1 = 0.9;
inline constexpr double kB = 0.6;

// Records with their scores.
struct ScoredRecords {
  RecordIds ids;
  std::vector<double> scores;     // by place in `ids`
  std::vector<double> dampening;  // the same: what a frequency is weighed against, by length
  // By id, where the records are many of all: their places, kNoPlace of others. Else empty.
  std::vector<std::uint32_t> places;

  static constexpr std::uint32_t kNoPlace = UINT32_MAX;
};

// All throw what Xapian throws. The state must outlive it.
class Scorer {
 public:
  // `sentences`: of a question of which any word may match; function words count less.
  Scorer(const State& state, bool sentences);

  // These records, which match the tree, each with the sum of what it matches there.
  Result<ScoredRecords> score(const Node& tree, RecordIds ids) const;

  // Adds what the records have of any of these terms, which count as one term.
  void add_terms(const std::vector<std::string>& terms, double factor,
                 ScoredRecords& records) const;

 private:
  enum class Match : std::uint8_t { kCertain, kPossible };  // of a node in the records

  ScoredRecords unscored(RecordIds ids) const;
  Status add(const Node& node, Match match, ScoredRecords& records) const;
  Status add_all(const std::vector<Node>& nodes, Match match, ScoredRecords& records) const;
  Status add_where_matching(const Node& node, ScoredRecords& records) const;
  Status add_join(const AndNode& join, ScoredRecords& records) const;
  Status add_leaf(const Result<Leaf>& leaf, ScoredRecords& records) const;
  void add_word(schema::FieldId field, const WordSet& word, ScoredRecords& records) const;
  template <class Add>
  Status add_to_some(const RecordIds& some, ScoredRecords& records, Add&& add) const;

  const State& state_;
  bool sentences_;
  double records_;
  double average_length_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SCORER_H_
