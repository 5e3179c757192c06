// Counts and places of a word or phrase in records, from the index alone.

#ifndef POSTIL_QUERY_SEARCH_OCCURRENCES_H_
#define POSTIL_QUERY_SEARCH_OCCURRENCES_H_

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "query/parse/ast.h"
#include "query/search/leaf.h"
#include "query/search/positional.h"
#include "query/search/records.h"

namespace postil::query {

// The occurrences of a leaf (one that has positions: not by_stem) in one record, by position.
std::vector<Occurrence> occurrences_in(const Xapian::Database& database, Xapian::docid id,
                                       const Leaf& leaf);

// How often a leaf occurs in each of these records, in their order. Throws what Xapian throws.
std::vector<std::uint64_t> occurrences_in_each(const Xapian::Database& database,
                                               const RecordIds& ids, const Leaf& leaf);

// The only word or phrase of a question, whose occurrences can be counted: null if it has none or
// several, or if it stands inside NEAR or NOT. Filters beside it do not matter.
const Node* only_leaf(const Node& tree);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_OCCURRENCES_H_
