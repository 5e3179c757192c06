// The worker process's side: reads one file after another, as the run asks it to, until the run
// closes the line.

#ifndef POSTIL_INDEXER_WORKER_SERVE_H_
#define POSTIL_INDEXER_WORKER_SERVE_H_

#include <functional>
#include <string>

#include "indexer/worker/reading.h"

namespace postil::index {

// What makes a program be a worker: the only word on its command line but one.
inline constexpr const char* kWorkerWord = "--serve-as-worker";

// The descriptor on which a worker finds the line to the run.
inline constexpr int kWorkerSocket = 3;

// With what a worker ends that was refused memory.
inline constexpr int kOutOfMemory = 77;

// True if the command line is that of a worker.
bool is_worker(int argc, const char* const* argv);

using ReadFunction =
    std::function<std::string(Source& source, const Rows& rows, ArticleSink& sink)>;

// To be called first in main(). Returns the exit status when the line is closed.
int serve_as_worker(int argc, const char* const* argv, const ReadFunction& read = read_articles);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WORKER_SERVE_H_
