// Counts and places of words and phrases in records, from the index alone.

#ifndef POSTIL_QUERY_SEARCH_OCCURRENCES_H_
#define POSTIL_QUERY_SEARCH_OCCURRENCES_H_

#include <cstdint>
#include <vector>

#include "query/parse/ast.h"
#include "query/search/leaf.h"
#include "query/search/records.h"
#include "query/search/state.h"

namespace postil::query {

// Both throw what Xapian throws.

// How often a leaf occurs in each of these records, in their order.
std::vector<std::uint64_t> occurrences_in_each(const State& state, const RecordIds& ids,
                                               const Leaf& leaf);

// Those of these records in which all operands (leaves that have positions: not by_stem) stand near
// each other (find_near in positional.h).
RecordIds records_with_near(const State& state, const RecordIds& ids,
                            const std::vector<Leaf>& operands, std::uint32_t distance);

// The only word or phrase of a question, whose occurrences can be counted: null if it has none or
// several, or if it stands inside NEAR or NOT. Filters beside it do not matter.
const Node* only_leaf(const Node& tree);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_OCCURRENCES_H_
