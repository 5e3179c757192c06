// Finds records by what people call them: an id, a path, or the end of one; and says what else
// could have been meant.

#ifndef POSTIL_QUERY_SEARCH_NAMING_H_
#define POSTIL_QUERY_SEARCH_NAMING_H_

#include <xapian.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "query/search/prepared.h"

namespace postil::query {

// The article or comment that `name` names: its id, or the path of its file, as results show it or
// from any of its folders on, if the file has one article. A file of several articles, and a name
// that nothing has, is an Error of kind kInput whose hint lists ids that could be meant. Throws
// what Xapian throws.
Result<Xapian::docid> find_named(const State& state, std::string_view name);

// Ids of articles like `name`, the likest first, at most `limit`: those that hold it in any case,
// then those whose last part differs from its own by few letters.
std::vector<std::string> similar_ids(const State& state, std::string_view name, std::size_t limit);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_NAMING_H_
