// How far a run is, for whoever shows it: written by the run's threads, read by any other.

#ifndef POSTIL_INDEXER_PIPELINE_RUN_PROGRESS_H_
#define POSTIL_INDEXER_PIPELINE_RUN_PROGRESS_H_

#include <atomic>
#include <cstdint>

namespace postil::index {

struct RunProgress {
  enum class Phase : char { kReading, kFinishing };

  std::atomic<Phase> phase = Phase::kReading;
  std::atomic<std::uint64_t> files = 0;  // dealt with so far
  std::atomic<std::uint64_t> bytes = 0;  // of these files
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_RUN_PROGRESS_H_
