// Sets of records: which ones match, each by its document id. Exact, without scoring.

#ifndef POSTIL_QUERY_SEARCH_RECORDS_H_
#define POSTIL_QUERY_SEARCH_RECORDS_H_

#include <xapian.h>

#include <vector>

namespace postil::query {

// Ascending.
using RecordIds = std::vector<Xapian::docid>;

// Every record that `query` matches. Throws what Xapian throws.
RecordIds matching_records(const Xapian::Database& database, const Xapian::Query& query);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_RECORDS_H_
