#include "indexer/store/durable.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <system_error>

#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

namespace fs = std::filesystem;

struct Fixture {
  test::TemporaryFolder folder;
  std::string path = folder.path() + "/file";
  std::string temporary = path + ".new";

  Status replace(const Content& content) const {
    return replace_file(path, temporary, content, AfterPowerCut::kNew);
  }
};

TEST_CASE_FIXTURE(Fixture, "A file is replaced at one stroke, by pieces of any size") {
  std::string all;
  const Status status = replace([&](const Put& put) {
    for (std::size_t size = 1; size < 200'000; size *= 3) {
      all.append(size, static_cast<char>('a' + size % 7));
      put(std::string(size, static_cast<char>('a' + size % 7)));
    }
  });
  CHECK(status);
  std::ifstream file(path);
  CHECK(std::string(std::istreambuf_iterator<char>(file), {}) == all);
  CHECK_FALSE(fs::exists(temporary));
}

TEST_CASE_FIXTURE(Fixture, "A file that cannot be replaced leaves no temporary one behind") {
  fs::create_directories(path + "/in the way");
  CHECK_FALSE(replace([](const Put& put) { put("new"); }));
  CHECK_FALSE(fs::exists(temporary));
  const Content none = [](const Put&) { throw std::runtime_error("no content"); };
  CHECK_THROWS(static_cast<void>(replace(none)));
  CHECK_FALSE(fs::exists(temporary));
}

// On some file systems the close tells first that what was written could not be.
TEST_CASE_FIXTURE(Fixture, "A file that cannot be closed does not take another's place") {
  const auto close_it = [this](const Put&) {
    for (const auto& open : fs::directory_iterator("/proc/self/fd")) {
      std::error_code error;
      if (fs::read_symlink(open.path(), error) != fs::path(temporary)) continue;
      ::close(std::stoi(open.path().filename().string()));
      return;
    }
  };
  CHECK_FALSE(replace_file(path, temporary, close_it, AfterPowerCut::kAnything));
  CHECK_FALSE(fs::exists(path));
  CHECK_FALSE(fs::exists(temporary));
}

}  // namespace
}  // namespace postil::index
