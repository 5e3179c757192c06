#include "indexer/walk/folder_watch.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

namespace fs = std::filesystem;

std::string itself(const std::string& path) { return path; }

struct Fixture {
  test::TemporaryFolder temporary;
  std::string above = fs::canonical(temporary.path()).string();
  std::string root = above + "/root";
  FolderWatch watch = *FolderWatch::open({}, itself);

  Fixture() {
    fs::create_directories(root + "/sub/deep");
    fs::create_directory(above + "/private");
    REQUIRE(watch.add(root));
  }

  static void put(const std::string& path) { std::ofstream(path) << "text"; }

  std::vector<std::string> changes() {
    while (*watch.wait(std::chrono::milliseconds(20))) {
    }
    return watch.take_changes();
  }
};

using Paths = std::vector<std::string>;

TEST_CASE_FIXTURE(Fixture, "A change is told by its folder") {
  put(root + "/sub/deep/a.txt");
  CHECK(changes() == Paths{root + "/sub/deep"});
  CHECK(changes().empty());
  put(root + "/a.txt");
  put(root + "/sub/a.txt");
  CHECK(changes() == Paths{root});
}

TEST_CASE_FIXTURE(Fixture,
                  "A folder that is gone is looked for from above, never from above its root") {
  put(root + "/sub/deep/a.txt");
  fs::remove_all(root + "/sub/deep");
  CHECK(changes() == Paths{root + "/sub"});
  put(root + "/sub/a.txt");
  fs::remove_all(root);
  CHECK(changes() == Paths{root});
  put(above + "/private/a.txt");
  put(above + "/a.txt");
  CHECK(changes().empty());
}

TEST_CASE_FIXTURE(Fixture, "A root that comes back is watched again") {
  SUBCASE("deleted") { fs::remove_all(root); }
  SUBCASE("moved") { fs::rename(root, above + "/elsewhere"); }
  SUBCASE("with what is above it") {
    fs::rename(above, above + "-moved");
    fs::remove_all(above + "-moved");
  }
  CHECK(changes() == Paths{root});
  fs::create_directories(root + "/sub");
  CHECK(changes() == Paths{root});
  put(root + "/sub/a.txt");
  CHECK(changes() == Paths{root + "/sub"});
}

TEST_CASE_FIXTURE(Fixture, "A root that is made anew at once is watched again") {
  fs::remove_all(root);
  fs::create_directories(root + "/sub");
  CHECK(changes() == Paths{root});
  put(root + "/sub/a.txt");
  CHECK(changes() == Paths{root + "/sub"});
}

TEST_CASE_FIXTURE(Fixture, "With links in it, also later ones, a root is looked at as a whole") {
  put(root + "/a.txt");
  changes();
  fs::create_symlink("../a.txt", root + "/sub/link.txt");
  CHECK(changes() == Paths{root});
  put(root + "/sub/deep/b.txt");
  CHECK(changes() == Paths{root});
}

TEST_CASE_FIXTURE(Fixture, "A link in the place of a folder leads nowhere") {
  put(root + "/sub/deep/a.txt");
  fs::remove_all(root + "/sub");
  fs::create_directory(above + "/private/deep");
  fs::create_directory_symlink(above + "/private", root + "/sub");
  CHECK(changes() == Paths{root});
  fs::remove_all(root);
  fs::create_directory_symlink(above + "/private", root);
  CHECK(changes() == Paths{root});
  put(above + "/private/a.txt");
  CHECK(changes().empty());
}

TEST_CASE("What changes with another path is told, within the roots") {
  const test::TemporaryFolder temporary;
  const std::string folder = fs::canonical(temporary.path()).string() + "/folder";
  fs::create_directories(folder + "/comments");
  fs::create_directory(folder + "/posts");
  FolderWatch watch = *FolderWatch::open({}, [&](const std::string& path) {
    return path.find("comment") == std::string::npos ? path : folder + "/posts";
  });
  const auto changes = [&] {
    while (*watch.wait(std::chrono::milliseconds(20))) {
    }
    return watch.take_changes();
  };
  SUBCASE("a folder") {
    REQUIRE(watch.add(folder));
    Fixture::put(folder + "/comments/a.txt");
    CHECK(changes() == Paths{folder + "/comments", folder + "/posts"});
  }
  SUBCASE("a file") {
    fs::remove(folder + "/posts");
    Fixture::put(folder + "/posts");
    REQUIRE(watch.add(folder + "/posts"));
    Fixture::put(folder + "/other.txt");
    CHECK(changes().empty());
    Fixture::put(folder + "/comment.txt");
    CHECK(changes() == Paths{folder + "/posts"});
  }
}

TEST_CASE("A file is watched without what is beside it") {
  const test::TemporaryFolder temporary;
  const std::string folder = fs::canonical(temporary.path()).string() + "/folder";
  fs::create_directory(folder);
  Fixture::put(folder + "/a.txt");
  FolderWatch watch = *FolderWatch::open({}, itself);
  REQUIRE(watch.add(folder + "/a.txt"));
  const auto changes = [&] {
    while (*watch.wait(std::chrono::milliseconds(20))) {
    }
    return watch.take_changes();
  };
  Fixture::put(folder + "/b.txt");
  CHECK(changes().empty());
  Fixture::put(folder + "/a.txt");
  CHECK(changes() == Paths{folder + "/a.txt"});
  fs::remove_all(folder);
  CHECK(changes() == Paths{folder + "/a.txt"});
  fs::create_directory(folder);
  Fixture::put(folder + "/a.txt");
  CHECK(changes() == Paths{folder + "/a.txt"});
  Fixture::put(folder + "/a.txt");
  CHECK(changes() == Paths{folder + "/a.txt"});
}

}  // namespace
}  // namespace postil::index
