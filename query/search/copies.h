// The near-duplicates of a record, as the indexer found them and the database keeps them.

#ifndef POSTIL_QUERY_SEARCH_COPIES_H_
#define POSTIL_QUERY_SEARCH_COPIES_H_

#include <xapian.h>

#include <string>
#include <vector>

#include "query/search/state.h"

namespace postil::query {

struct Copy {
  std::string id;
  std::string path;  // of its file

  // The path, and behind it what the record is called in its file: "export.jsonl#12".
  std::string place() const;
};

// All near-duplicates of a record, itself included, earliest first; none if it has none. Throws
// what Xapian throws.
std::vector<Copy> copies_of(const State& state, Xapian::docid record);

// The places of all but the one with this id.
std::vector<std::string> other_places(const std::vector<Copy>& copies, const std::string& id);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_COPIES_H_
