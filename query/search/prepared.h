// A question made ready on one state of a database: what counting, ranking and every view start
// from.

#ifndef POSTIL_QUERY_SEARCH_PREPARED_H_
#define POSTIL_QUERY_SEARCH_PREPARED_H_

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/schema/columns.h"
#include "core/text/analyser.h"
#include "query/search/compile.h"
#include "query/search/records.h"
#include "query/search/request.h"
#include "query/search/vocabulary.h"

namespace postil::query {

// One state of a database and what reads it. All must outlive what is prepared on them.
struct State {
  const Xapian::Database& database;
  const schema::Columns* columns;  // null if there are none
  Vocabulary& vocabulary;
  Compiler& compiler;
  text::Analyser& analyser;
};

struct Prepared {
  State state;
  const Request& request;
  Xapian::Query ranking;    // the tree with weights
  Xapian::Query selection;  // the tree without
  Xapian::Query filters;

  // Records that pass both, ascending. Throws what Xapian throws.
  RecordIds matches() const;
};

Result<Prepared> prepare(const State& state, const Request& request);

// How often the question's only word or phrase occurs in each of these records, in their order;
// null if it has none or several (only_leaf in occurrences.h). Throws what Xapian throws.
Result<std::optional<std::vector<std::uint64_t>>> occurrences_in_each(const Prepared& question,
                                                                      const RecordIds& ids);

// The same for all of these records together.
Result<std::optional<std::uint64_t>> count_occurrences(const Prepared& question,
                                                       const RecordIds& ids);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_PREPARED_H_
