// Runs the independent parts of a build's end on several threads: records made anew, comparisons of
// texts, tables.

#ifndef POSTIL_INDEXER_STORE_GLASS_SIDE_BY_SIDE_H_
#define POSTIL_INDEXER_STORE_GLASS_SIDE_BY_SIDE_H_

#include <cstddef>
#include <functional>

#include "core/base/result.h"

namespace postil::index::glass {

// Runs task(0) to task(count - 1), up to `threads` at a time, each begun when the one before it has
// been; with one thread in the caller's. Returns when all have ended. The failure of the task with
// the lowest number, if any failed. What a task throws is thrown on, once no task runs any more;
// its thread begins no others.
Status side_by_side(unsigned threads, std::size_t count,
                    const std::function<Status(std::size_t)>& task);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_SIDE_BY_SIDE_H_
