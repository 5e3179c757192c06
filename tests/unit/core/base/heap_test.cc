#include "core/base/heap.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <memory>

namespace postil {
namespace {

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
long page_faults() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  return used.ru_minflt;
}

TEST_CASE("what was freed is used again, and not taken from the system anew") {
  constexpr std::size_t kBytes = std::size_t{8} << 20;
  keep_freed_memory();
  std::make_unique<char[]>(kBytes).reset();
  const long before = page_faults();
  std::make_unique<char[]>(kBytes).reset();
  CHECK(page_faults() - before < 100);
}
#endif

TEST_CASE("memory can be taken of any size") {
  for (const std::size_t bytes : {0, 1, 4096, 4097, 400'000}) take_memory(bytes);
}

}  // namespace
}  // namespace postil
