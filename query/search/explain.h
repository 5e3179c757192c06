// Tells how a question was read: each word and phrase, the terms that stand for it in the index,
// and how many records each of them finds.

#ifndef POSTIL_QUERY_SEARCH_EXPLAIN_H_
#define POSTIL_QUERY_SEARCH_EXPLAIN_H_

#include <string>

#include "core/base/result.h"
#include "query/search/request.h"
#include "query/search/state.h"

namespace postil::query {

// Lines for a person. Throws what Xapian throws.
Result<std::string> explain_request(const State& state, const Request& request);

// The question as it was read in the query language, and behind it its filters and the article of
// --like as options, in one line: asked so again, it is the same question.
std::string understood(const Request& request);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_EXPLAIN_H_
