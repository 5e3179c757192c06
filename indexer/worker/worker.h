// The run's side of a worker process: gives it files to read, takes articles from it, and tells
// what became of a file that a worker did not survive. A worker lives over many files and is
// replaced after a failure and when it has grown.

#ifndef POSTIL_INDEXER_WORKER_WORKER_H_
#define POSTIL_INDEXER_WORKER_WORKER_H_

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "indexer/worker/channel.h"
#include "indexer/worker/limits.h"
#include "indexer/worker/messages.h"
#include "indexer/worker/reading.h"

namespace postil::index {

// How a file went. When a worker failed, its finding has been handed to the sink:
//   "crashed"          it ended by a fault
//   "too-slow"         it took more time than it may
//   "too-much-memory"  it asked for more memory than it may
//   "too-large"        more came out of the file than may
struct ReadOutcome {
  std::string reader;  // "" if none could read it
  bool has_changed = false;
  bool is_stopped = false;  // by the caller: nothing is known of the file
};

// The program that runs, as a worker; only if its main() asks is_worker().
inline constexpr const char* kOwnProgram = "/proc/self/exe";

// Not thread-safe: one per thread, which must live as long as the worker does.
class Worker {
 public:
  // `program` is started with kWorkerWord (serve.h) on its command line.
  explicit Worker(std::string program) : program_(std::move(program)) {}
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker();

  // Reads a file or a descriptor. Starts the process if there is none. `is_stopped` is asked every
  // now and then; when it says so the worker is killed at once. An Error only if no worker can be
  // started.
  Result<ReadOutcome> read(Source& source, const Rows& rows, const Limits& limits,
                           ArticleSink& sink, const std::function<bool()>& is_stopped);

  // Of the process that there is, for tests; 0 if there is none.
  pid_t process() const { return process_; }

 private:
  struct Reading;

  Status start();
  Status hand_over(Source& source, const Rows& rows, const Limits& limits);
  void take_frame(const Frame& frame, Reading& reading);
  void send_companion(const std::string& place, Reading& reading);
  void check_limits(Reading& reading);
  void report_failure(Reading& reading);
  int end(bool by_force);

  std::string program_;
  pid_t process_ = 0;
  std::unique_ptr<Channel> line_;
  std::uint64_t files_ = 0;  // read by this process
  std::uint64_t peak_ = 0;   // its memory, as wait() tells
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WORKER_WORKER_H_
