// The line on a terminal that shows how far a run is: a bar, the rate, the time left. On standard
// error, only if that is a terminal; gone when the run ends.

#ifndef POSTIL_INDEXER_PROGRESS_H_
#define POSTIL_INDEXER_PROGRESS_H_

#include <atomic>
#include <cstdint>
#include <string>
#include <thread>
#include <vector>

#include "indexer/pipeline/run_progress.h"
#include "indexer/walk/walk.h"

namespace postil::index {

// What the line says, in at most 59 columns. `files` and `bytes` of all are 0 as long as they are
// not known.
struct ProgressLine {
  std::uint64_t files_done = 0;
  std::uint64_t bytes_done = 0;
  std::uint64_t files_all = 0;
  std::uint64_t bytes_all = 0;
  double seconds = 0;

  std::string text() const;
};

// Shows the line from its making to its end, from threads of its own: one draws, one walks ahead to
// count what there is to do.
class ProgressDisplay {
 public:
  ProgressDisplay(const RunProgress& progress, const std::vector<std::string>& paths,
                  const WalkOptions& options);
  ~ProgressDisplay();
  ProgressDisplay(const ProgressDisplay&) = delete;
  ProgressDisplay& operator=(const ProgressDisplay&) = delete;

 private:
  void draw(const std::stop_token& stop);
  void count(const std::stop_token& stop, const std::vector<std::string>& paths,
             const WalkOptions& options);

  const RunProgress& progress_;
  std::atomic<std::uint64_t> files_all_ = 0;
  std::atomic<std::uint64_t> bytes_all_ = 0;
  std::jthread counter_;
  std::jthread drawer_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PROGRESS_H_
