// Sets of records: which ones match, each by its document id.

#ifndef POSTIL_QUERY_SEARCH_RECORDS_H_
#define POSTIL_QUERY_SEARCH_RECORDS_H_

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace postil::query {

struct State;

// Ascending.
using RecordIds = std::vector<Xapian::docid>;

RecordIds common(const RecordIds& a, const RecordIds& b);
RecordIds united(const RecordIds& a, const RecordIds& b);
RecordIds without(const RecordIds& ids, const RecordIds& refused);

// What was counted in each of `counted`, for each of `ids`: 0 for those not among them.
std::vector<std::uint64_t> spread(const RecordIds& counted,
                                  const std::vector<std::uint64_t>& counts, const RecordIds& ids);

// The records that hold any of these terms, of those `within` if it is not null; every record holds
// the term "". Throws what Xapian throws.
RecordIds records_with_any(const State& state, const std::vector<std::string>& terms,
                           const RecordIds* within = nullptr);

// The terms of every article, and of every comment.
std::string article_term();
std::string comment_term();

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_RECORDS_H_
