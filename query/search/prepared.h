// A question answered on one state of a database as far as every view needs it: which records
// match.

#ifndef POSTIL_QUERY_SEARCH_PREPARED_H_
#define POSTIL_QUERY_SEARCH_PREPARED_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "query/search/records.h"
#include "query/search/request.h"
#include "query/search/state.h"

namespace postil::query {

struct Prepared {
  State state;
  const Request& request;
  RecordIds matches;  // of the tree, that pass the filters

  // How often the question's only word or phrase occurs in each of these, in their order; null if
  // it has none or several (only_leaf in occurrences.h).
  std::optional<std::vector<std::uint64_t>> occurrences;

  // Whether there are such, and among the words that a text counts (schema::kLengthSlot), so that
  // they can be told for each million of them: the words of author notes are not counted.
  bool has_rate = false;
};

// Throws what Xapian throws.
Result<Prepared> prepare(const State& state, const Request& request);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_PREPARED_H_
