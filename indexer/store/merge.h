// Merges databases into one, their documents in the order in which they are given.

#ifndef POSTIL_INDEXER_STORE_MERGE_H_
#define POSTIL_INDEXER_STORE_MERGE_H_

#include <string>
#include <vector>

#include "core/base/result.h"

namespace postil::index {

// Merges the databases in `parts` (at least one) into the folder `target`, which must not exist,
// and deletes them. Any number: many are merged by stages, so that few files are open at once.
Status merge_databases(const std::vector<std::string>& parts, const std::string& target);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_MERGE_H_
