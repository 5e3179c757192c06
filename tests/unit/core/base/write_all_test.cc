#include "core/base/write_all.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <thread>

namespace postil {
namespace {

TEST_CASE("All is written, also where the system takes it in pieces") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string all(1 << 20, 'x');
  std::size_t read = 0;
  {
    const std::jthread reader([&] {
      std::string part(1000, ' ');
      for (ssize_t size = 0; (size = ::read(ends[0], part.data(), part.size())) > 0;) {
        read += static_cast<std::size_t>(size);
      }
    });
    CHECK(write_all(ends[1], all) == 0);
    ::close(ends[1]);
  }
  ::close(ends[0]);
  CHECK(read == all.size());
}

TEST_CASE("What goes wrong is told by its number") {
  CHECK(write_all(-1, "text") == EBADF);
  CHECK(write_all(-1, "") == 0);
  const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
  if (full < 0) return;
  CHECK(write_all(full, "text") == ENOSPC);
  ::close(full);
}

}  // namespace
}  // namespace postil
