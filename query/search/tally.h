// Counts over all matching records: totals and facets. Articles are counted once, however many of
// their comments match; comments are counted beside them.

#ifndef POSTIL_QUERY_SEARCH_TALLY_H_
#define POSTIL_QUERY_SEARCH_TALLY_H_

#include <xapian.h>

#include <string>
#include <unordered_map>
#include <vector>

#include "core/schema/columns.h"
#include "core/schema/fields.h"
#include "query/search/answer.h"
#include "query/search/records.h"

namespace postil::query {

struct Tally {
  Totals total;  // without occurrences
  // For each article that has some: how many of its comments match, by schema::article_key.
  std::unordered_map<std::string, std::uint64_t> comments_of;
  std::vector<Facet> facets;  // one for each field asked for, in that order
};

// Reads the columns, or the records' values where `columns` is null; never their texts. No value is
// marked as selected. Throws what Xapian throws.
Tally tally(const Xapian::Database& database, const schema::Columns* columns, const RecordIds& ids,
            const std::vector<schema::FieldId>& facets);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_TALLY_H_
