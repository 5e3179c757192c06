// Errors of writing back come to the descriptor that wrote: it is that which must be synced, and
// what the sync and the close say must be told.

#include "indexer/store/glass/output_file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "indexer/store/glass/version_file.h"
#include "tests/support/temporary_folder.h"

namespace {

struct Syncs {
  std::vector<int> access;  // of each descriptor that was synced: O_RDONLY, O_WRONLY
  int error = 0;            // that the next ones end with
} g_syncs;

}  // namespace

// In the place of the C library's.
extern "C" int fsync(int fd) {
  g_syncs.access.push_back(::fcntl(fd, F_GETFL) & O_ACCMODE);
  if (g_syncs.error == 0) return static_cast<int>(::syscall(SYS_fsync, fd));
  errno = g_syncs.error;
  return -1;
}

namespace postil::index::glass {
namespace {

struct Fixture {
  Fixture() { g_syncs = {}; }

  test::TemporaryFolder folder;
  std::string path = folder.path() + "/file";
};

TEST_CASE_FIXTURE(Fixture, "What is kept is synced by the descriptor that wrote it") {
  OutputFile file(path, OutputFile::Lifetime::kKept);
  file.append("words");
  CHECK(file.finish());
  CHECK(g_syncs.access == std::vector<int>{O_WRONLY});
}

TEST_CASE_FIXTURE(Fixture, "What is temporary is not synced") {
  OutputFile file(path);
  file.append("words");
  CHECK(file.finish());
  CHECK(g_syncs.access.empty());
}

TEST_CASE_FIXTURE(Fixture, "A sync that fails is told") {
  g_syncs.error = EIO;
  OutputFile file(path, OutputFile::Lifetime::kKept);
  file.append("words");
  const Status status = file.finish();
  REQUIRE_FALSE(status);
  CHECK(status.error().message.find("Input/output error") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "The version file is kept as the tables are") {
  REQUIRE(write_version_file(folder.path(), {}, {}));
  CHECK(g_syncs.access == std::vector<int>{O_WRONLY});
}

}  // namespace
}  // namespace postil::index::glass
