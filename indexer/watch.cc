#include "indexer/watch.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>
#include <utility>

#include "indexer/console.h"
#include "indexer/pipeline/companions.h"
#include "indexer/pipeline/manifests.h"
#include "indexer/pipeline/scope.h"

namespace postil::index {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr milliseconds kLookForStop(200);
constexpr milliseconds kQuiet(200);     // without a change: what belongs together is there
constexpr milliseconds kLongest(1000);  // that changes are gathered
constexpr milliseconds kBeforeRetry(500);
constexpr int kMostFailures = 20;  // in a row
constexpr int kUntold = 1;         // may mend itself: what changed was about to change again

// A manifest has rows for all that is in its folder, a file of comments is read with its post.
std::string changed_with(const std::string& path) {
  const std::filesystem::path file(path);
  if (file.filename() == Manifests::kDefaultName) return file.parent_path().string();
  return Companions::changed_with(path);
}

// Waits for a change and a moment longer. Only an Error if the watch itself fails.
Status gather(FolderWatch& folders, const std::atomic<bool>& stop) {
  for (;;) {
    if (stop) return ok();
    const Result<bool> changed = folders.wait(kLookForStop);
    if (!changed) return changed.error();
    if (*changed) break;
  }
  const Clock::time_point end = Clock::now() + kLongest;
  while (!stop && Clock::now() < end) {
    const Result<bool> more = folders.wait(kQuiet);
    if (!more) return more.error();
    if (!*more) break;
  }
  return ok();
}

}  // namespace

Result<Watch> watch_paths(const RunRequest& request) {
  const Result<std::vector<Scope>> scopes = resolve_paths(request.paths);
  if (!scopes) return scopes.error();
  std::vector<std::string> ignored = request.not_articles;
  ignored.push_back(absolute_path(request.database));
  Result<FolderWatch> folders = FolderWatch::open(std::move(ignored), changed_with);
  if (!folders) return folders.error();
  Watch watch{std::move(*folders), {}};
  for (const Scope& scope : *scopes) {
    watch.paths.push_back(scope.real);
    if (Status status = watch.folders.add(scope.real); !status) return status.error();
  }
  if (!request.metadata.empty()) {
    if (Status status = watch.folders.add(absolute_path(request.metadata)); !status) {
      return status.error();
    }
  }
  return watch;
}

Status follow(Watch& watch, const RunRequest& request, const std::atomic<bool>& stop,
              const std::function<Result<bool>(const RunRequest&)>& step) {
  const std::string metadata =
      request.metadata.empty() ? std::string() : absolute_path(request.metadata);
  RunRequest next = request;
  next.full = false;
  next.paths = watch.paths;
  std::string told;  // the last failure of which was told
  for (int failures = 0; !stop;) {
    if (next.changed.empty()) {
      if (Status status = gather(watch.folders, stop); !status) return status;
      next.changed = watch.folders.take_changes();
      if (next.changed.empty()) continue;
      const bool is_metadata =
          std::find(next.changed.begin(), next.changed.end(), metadata) != next.changed.end();
      if (is_metadata) next.changed = watch.paths;
    }
    const Result<bool> goes_on = step(next);
    if (goes_on) {
      if (!*goes_on) return ok();
      failures = 0;
      told.clear();
      next.changed.clear();
      continue;
    }
    const Error& error = goes_on.error();
    if (error.kind != ErrorKind::kBusy) ++failures;
    if (error.kind == ErrorKind::kInput && failures > kUntold) {
      // A file is as it should not be: that is for its owner to change.
      if (std::exchange(told, error.message) != error.message) report_error(error);
      if (Status status = gather(watch.folders, stop); !status) return status;
      watch.folders.take_changes();
    } else if (failures == kMostFailures) {
      return error;
    } else {
      std::this_thread::sleep_for(kBeforeRetry);
    }
    next.changed = watch.paths;
  }
  return ok();
}

}  // namespace postil::index
