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

TEST_CASE("the pages of memory that was taken need not be taken one by one") {
  constexpr std::size_t kBytes = std::size_t{24} << 20;
  keep_freed_memory();
  const long begin = page_faults();
  take_memory(kBytes);
  const long taken = page_faults();
  std::make_unique<char[]>(kBytes).reset();
  const long used = page_faults();
  // Where the system cannot do it each page is taken when it is used, and never twice.
  CHECK(used - begin < static_cast<long>(kBytes / 4096) + 100);
  if (taken - begin > 100) CHECK(used - taken < 100);
}
#endif

TEST_CASE("memory can be taken of any size") {
  for (const std::size_t bytes : {0, 1, 4096, 4097, 400'000}) CHECK_NOTHROW(take_memory(bytes));
}

}  // namespace
}  // namespace postil
