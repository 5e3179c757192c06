// Fetches one article, or the article of one comment, whole, for reading and citing.

#ifndef POSTIL_QUERY_SEARCH_READ_ARTICLE_H_
#define POSTIL_QUERY_SEARCH_READ_ARTICLE_H_

#include <string_view>

#include "core/base/result.h"
#include "query/parse/ast.h"
#include "query/search/prepared.h"
#include "query/search/reading.h"

namespace postil::query {

// `name` is the id or path of an article, or the id of a comment (naming.h). `question` says what
// to mark, or is AllNode. Throws what Xapian throws.
Result<Reading> read_article(const State& state, std::string_view name, const Node& question);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_READ_ARTICLE_H_
