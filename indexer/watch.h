// What postil-index --watch does behind the first run: brings the database in step with what
// changes until it is asked to stop.

#ifndef POSTIL_INDEXER_WATCH_H_
#define POSTIL_INDEXER_WATCH_H_

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/walk/folder_watch.h"

namespace postil::index {

struct Watch {
  FolderWatch folders;
  std::vector<std::string> paths;  // the request's, absolute and without links
};

// Watches the request's paths, its metadata file too, but not what the run itself writes. To be
// called before the first run, so that nothing is missed in between.
Result<Watch> watch_paths(const RunRequest& request);

// Calls `step` for what changed, with `request` for the rest, as often as something does. Waits a
// moment for changes that come together. Ends when `stop` becomes true or `step` says false. If
// `step` fails for a file that cannot be used, that is told once and the next change waited for;
// an Error if it fails again and again for other reasons.
Status follow(Watch& watch, const RunRequest& request, const std::atomic<bool>& stop,
              const std::function<Result<bool>(const RunRequest&)>& step);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WATCH_H_
