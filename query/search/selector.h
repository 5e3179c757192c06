// Finds the records that a question selects. It goes by sets: a question is a number of steps that
// a record must pass, each of which takes the records that passed the ones before. The rarest words
// come first, and positions are looked at last, only in records that hold all words.

#ifndef POSTIL_QUERY_SEARCH_SELECTOR_H_
#define POSTIL_QUERY_SEARCH_SELECTOR_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "query/parse/ast.h"
#include "query/search/leaf.h"
#include "query/search/records.h"
#include "query/search/request.h"
#include "query/search/state.h"

namespace postil::query {

// All throw what Xapian throws. The state and the tree must outlive it.
class Selector {
 public:
  // `counted`: a phrase in the tree whose occurrences are to be told as well; may be null.
  explicit Selector(const State& state, const Node* counted = nullptr)
      : state_(state), counted_(counted) {}

  // Of the records `within`, or of all if it is null, those that match the tree.
  Result<RecordIds> select(const Node& tree, const RecordIds* within = nullptr) {
    return select_all({&tree}, within);
  }

  // The same for several, all of which must match.
  Result<RecordIds> select_all(const std::vector<const Node*>& nodes,
                               const RecordIds* within = nullptr);

  // Those that match all nodes and pass the filters, but for the filter on `without`: that is how a
  // selected facet keeps its siblings' counts.
  Result<RecordIds> select_all(const std::vector<const Node*>& nodes, const Filters& filters,
                               std::optional<schema::FieldId> without = std::nullopt);

  // How often the counted phrase occurs in each of these records, which were among those selected
  // last.
  std::vector<std::uint64_t> occurrences(const RecordIds& ids) const;

 private:
  enum class Phase : std::uint8_t { kPostings, kValues, kPositions };
  struct Step {
    Phase phase = Phase::kPostings;
    std::uint64_t cost = 0;  // about as many records are looked at if the step comes first
    std::function<Result<RecordIds>(const RecordIds* within)> run;

    bool operator<(const Step& other) const {
      return phase < other.phase || (phase == other.phase && cost < other.cost);
    }
  };
  using Steps = std::vector<Step>;

  // These add what a record must pass.
  Status add(const Node& node, Steps& steps);
  Status add_all(const std::vector<Node>& nodes, Steps& steps);
  Status add_any(const std::vector<Node>& nodes, Steps& steps);
  Status add_leaf(Result<Leaf> leaf, bool is_counted, Steps& steps);
  void add_words(const Leaf& leaf, Steps& steps);
  void add_phrase(Leaf leaf, bool is_counted, Steps& steps);
  Status add_near(const NearNode& near, Steps& steps);
  void add_filters(const Filters& filters, std::optional<schema::FieldId> without, Steps& steps);

  Step with_terms(std::vector<std::string> terms);
  Step with_any_value(schema::FieldId id, const std::vector<std::string>& values);
  Step dated(std::vector<DateNode> dates);
  Step joined(const AndNode& join);
  Step any_of(std::vector<Steps> alternatives);
  Step none_of(Steps steps);

  Result<RecordIds> run(Steps steps, const RecordIds* within) const;
  RecordIds with_phrase(const Leaf& leaf, const RecordIds& within, bool is_counted);
  RecordIds dated_within(const std::vector<DateNode>& dates, const RecordIds& ids) const;
  RecordIds all_of(const RecordIds* within) const;

  const State& state_;
  const Node* counted_;
  RecordIds phrase_ids_;  // of the counted phrase
  std::vector<std::uint64_t> phrase_counts_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SELECTOR_H_
