#include "core/base/heap.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

namespace postil {

void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int kMostUnused = 256 << 20;
  constexpr int kGreatestInHeap = 32 << 20;
  ::mallopt(M_TRIM_THRESHOLD, kMostUnused);
  ::mallopt(M_MMAP_THRESHOLD, kGreatestInHeap);
#endif
}

void take_memory([[maybe_unused]] std::size_t bytes) {
#if defined(__GLIBC__) && defined(MADV_POPULATE_WRITE)
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  void* const memory = std::malloc(bytes);
  void* begin = memory;
  // A system that cannot do it gives each page when it is used.
  if (std::align(page, page, begin, bytes) != nullptr) {
    ::madvise(begin, bytes, MADV_POPULATE_WRITE);
  }
  std::free(memory);
#endif
}

}  // namespace postil
