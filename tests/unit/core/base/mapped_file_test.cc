#include "core/base/mapped_file.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace postil {
namespace {

TEST_CASE("a mapped file stays as it was when another takes its name") {
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/a";
  std::ofstream(path) << "old";
  const auto mapped = map_file(path);
  std::ofstream(path + ".new") << "new";
  std::filesystem::rename(path + ".new", path);
  REQUIRE(mapped);
  CHECK(mapped->bytes == "old");
  CHECK(map_file(path)->bytes == "new");
}

TEST_CASE("what is empty, not there or no file is not mapped") {
  const test::TemporaryFolder folder;
  std::ofstream(folder.path() + "/empty");
  CHECK_FALSE(map_file(folder.path() + "/empty"));
  CHECK_FALSE(map_file(folder.path() + "/none"));
  CHECK_FALSE(map_file(folder.path()));
}

}  // namespace
}  // namespace postil
