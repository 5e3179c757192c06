// How much one file may cost the worker process that reads it. Beyond any of these the worker ends
// and the file is reported; the run goes on.

#ifndef POSTIL_INDEXER_WORKER_LIMITS_H_
#define POSTIL_INDEXER_WORKER_LIMITS_H_

#include <cstdint>

namespace postil::index {

struct Limits {
  // Processor time for the file, and time on the clock. The latter only ends what waits for
  // nothing: on a busy machine a file may take long without being to blame.
  std::uint32_t cpu_seconds = 0;
  std::uint32_t wall_seconds = 0;

  // Address space of the whole process, code and libraries included; its peak of resident memory
  // is always less.
  std::uint64_t memory_bytes = 0;

  // Of all that comes out of the file.
  std::uint64_t output_bytes = 0;
};

// 480 MiB are 503 MB: the rest to 512 MB is left to the kernel's tables.
inline constexpr std::uint64_t kWorkerMemory = 480ULL * 1024 * 1024;

// For a file of so many bytes. A page takes milliseconds and a book a second; what is here is for
// the largest archive on the slowest machine.
constexpr Limits limits_for(std::uint64_t file_bytes) {
  const std::uint64_t megabytes = file_bytes / 1'000'000;
  const auto cpu = static_cast<std::uint32_t>(30 + (megabytes > 100'000 ? 100'000 : megabytes));
  return {cpu, 4 * cpu, kWorkerMemory, 64'000'000 + 400 * file_bytes};
}

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WORKER_LIMITS_H_
