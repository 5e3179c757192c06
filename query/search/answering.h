// Answers one request on one state of a database: counts, ranks, and makes the results of a page.

#ifndef POSTIL_QUERY_SEARCH_ANSWERING_H_
#define POSTIL_QUERY_SEARCH_ANSWERING_H_

#include <string>
#include <vector>

#include "core/base/result.h"
#include "query/search/answer.h"
#include "query/search/prepared.h"
#include "query/search/request.h"

namespace postil::query {

// All throw what Xapian throws.

// Everything but nearby questions and the time.
Result<Answer> find_answer(const State& state, const Request& request);

// For a request that found nothing: of each way of widening it (nearby.h) the first step that finds
// something.
Result<std::vector<Nearby>> find_nearby(const State& state, const Request& request);

// The question with its mistyped words mended, if it finds `articles`, few or none, and would find
// more with them.
Result<std::optional<std::string>> find_spelling(const State& state, const Request& request,
                                                 std::uint64_t articles);

// The files of the results, each once, in the order of the results; the request's page is one of
// files.
Result<std::vector<std::string>> find_paths(const State& state, const Request& request);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_ANSWERING_H_
