#include "indexer/store/database_folder.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"

namespace postil::index {
namespace {

namespace fs = std::filesystem;

void put(const std::string& path, const std::string& content) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path) << content;
}

TEST_CASE("A folder that does not exist is made for its owner alone") {
  const test::TemporaryFolder temporary;
  const std::string path = temporary.path() + "/deep/er/db";
  auto folder = DatabaseFolder::look(path + "//");
  REQUIRE(folder);
  CHECK_FALSE(folder->has_database());
  CHECK_FALSE(fs::exists(path));
  REQUIRE(folder->lock());
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
}

TEST_CASE("A second lock is refused and says who holds the first") {
  const test::TemporaryFolder temporary;
  auto first = DatabaseFolder::look(temporary.path() + "/db");
  REQUIRE(first->lock());
  {
    auto second = DatabaseFolder::look(temporary.path() + "/db");
    const Status status = second->lock();
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::kBusy);
    CHECK(status.error().message.find(std::to_string(::getpid())) != std::string::npos);
  }
  { auto done = std::move(*first); }
  auto third = DatabaseFolder::look(temporary.path() + "/db");
  CHECK(third->lock());
}

TEST_CASE("Publishing swaps generations and deletes the old one") {
  const test::TemporaryFolder temporary;
  auto folder = DatabaseFolder::look(temporary.path() + "/db");
  REQUIRE(folder->lock());
  for (int round = 1; round <= 3; ++round) {
    const auto work = folder->begin_generation();
    REQUIRE(work);
    put(work->path() + "/all/iamglass", std::to_string(round));
    put(work->path() + "/s0/iamglass", "left over");
    REQUIRE(folder->publish(work->path() + "/all"));
    const auto again = DatabaseFolder::look(folder->path());
    REQUIRE(again);
    CHECK(again->generation() == folder->generation());
    CHECK(fs::exists(again->generation() + "/iamglass"));
    std::size_t entries = 0;
    for (const auto& entry : fs::directory_iterator(folder->path())) {
      (void)entry;
      ++entries;
    }
    CHECK(entries == 3);  // the stub, the lock and the one generation
  }
}

TEST_CASE("What a killed run left is removed by the next, and the good generation stays") {
  const test::TemporaryFolder temporary;
  const std::string db = temporary.path() + "/db";
  put(db + "/XAPIANDB", "auto g7\n");
  put(db + "/g7/iamglass", "good");
  put(db + "/g6/iamglass", "old");
  put(db + "/g8.new/s1/iamglass", "half");
  put(db + "/XAPIANDB.new", "auto g");
  put(db + "/notes.txt", "the owner's");
  auto folder = DatabaseFolder::look(db);
  REQUIRE(folder);
  REQUIRE(folder->lock());
  CHECK(fs::exists(db + "/g7/iamglass"));
  CHECK(fs::exists(db + "/notes.txt"));
  CHECK_FALSE(fs::exists(db + "/g6"));
  CHECK_FALSE(fs::exists(db + "/g8.new"));
  CHECK_FALSE(fs::exists(db + "/XAPIANDB.new"));
}

TEST_CASE("What a first run left behind when it was killed is no obstacle") {
  const test::TemporaryFolder temporary;
  const std::string db = temporary.path() + "/db";
  put(db + "/g1.new/s1/iamglass", "half");
  put(db + "/lock", "4711\n");
  auto folder = DatabaseFolder::look(db);
  REQUIRE(folder);
  CHECK_FALSE(folder->has_database());
  CHECK(folder->lock());
  CHECK_FALSE(fs::exists(db + "/g1.new"));
}

TEST_CASE("Leftovers that could not be removed are no obstacle to the next generation") {
  const test::TemporaryFolder temporary;
  const std::string db = temporary.path() + "/db";
  auto folder = DatabaseFolder::look(db);
  REQUIRE(folder->lock());
  put(db + "/g1.new/s1/iamglass", "half");
  put(db + "/g2/iamglass", "not published");
  const auto work = folder->begin_generation();
  REQUIRE(work);
  put(work->path() + "/all/iamglass", "new");
  REQUIRE(folder->publish(work->path() + "/all"));
  CHECK(DatabaseFolder::look(db)->generation() == db + "/g3");
  CHECK_FALSE(fs::exists(db + "/g1.new"));
  CHECK_FALSE(fs::exists(db + "/g2"));
}

TEST_CASE("A generation that cannot be published is deleted") {
  const test::TemporaryFolder temporary;
  const std::string db = temporary.path() + "/db";
  auto folder = DatabaseFolder::look(db);
  REQUIRE(folder->lock());
  const auto work = folder->begin_generation();
  REQUIRE(work);
  put(work->path() + "/all/iamglass", "new");
  put(db + "/XAPIANDB/x", "in the way");
  CHECK_FALSE(folder->publish(work->path() + "/all"));
  CHECK_FALSE(fs::exists(db + "/g1"));
  CHECK_FALSE(fs::exists(db + "/XAPIANDB.new"));
}

// What looks like what a first run left behind, and is somebody's.
TEST_CASE("Folders that happen to be named as generations are refused and not touched") {
  const test::TemporaryFolder temporary;
  const std::string db = temporary.path() + "/photos";
  put(db + "/g1/beach.jpg", "picture");
  put(db + "/g2/forest.jpg", "picture");
  const auto is_refused = [&] {
    const auto folder = DatabaseFolder::look(db);
    return !folder && folder.error().message.find("it holds g") != std::string::npos;
  };
  CHECK(is_refused());
  put(db + "/lock", "4711\n");  // as left by a run when the folder was empty
  CHECK(is_refused());
  put(db + "/g1/iamglass", "a database");
  put(db + "/g2/iamglass", "a database");
  CHECK(is_refused());  // and yet there are pictures
  fs::remove(db + "/g1/beach.jpg");
  fs::remove(db + "/g2/forest.jpg");
  CHECK_FALSE(is_refused());
  fs::remove(db + "/lock");  // no run of ours was here
  CHECK(is_refused());
  put(db + "/lock", "4711\n");
  put(db + "/g02/iamglass", "a database");  // not how we write numbers
  CHECK(is_refused());
  fs::remove_all(db + "/g02");
  fs::create_directory_symlink("g1", db + "/g3");
  CHECK(is_refused());
}

TEST_CASE("A generation that was built whole but not published is no obstacle") {
  const test::TemporaryFolder temporary;
  const std::string db = temporary.path() + "/db";
  put(db + "/lock", "4711\n");
  for (const char* name : {"iamglass", "postlist.glass", "flintlock", "columns", "files.new"}) {
    put(db + "/g1/" + name, "whole");
  }
  auto folder = DatabaseFolder::look(db);
  REQUIRE(folder);
  CHECK_FALSE(folder->has_database());
  CHECK(folder->lock());
  CHECK_FALSE(fs::exists(db + "/g1"));
}

TEST_CASE("What is not ours is refused and not touched") {
  const test::TemporaryFolder temporary;
  const auto refuses = [&](const std::string& name, const std::string& content) {
    const std::string db = temporary.path() + "/" + std::to_string(name.size()) + "x";
    fs::remove_all(db);
    put(db + "/" + name, content);
    const bool refused = !DatabaseFolder::look(db).has_value();
    return refused && fs::exists(db + "/" + name) && !fs::exists(db + "/lock");
  };
  CHECK(refuses("article.txt", "text"));
  CHECK(refuses("iamglass", "x"));
  CHECK(refuses("iamchert", "x"));
  CHECK(refuses("XAPIANDB", "auto /var/other\n"));
  CHECK(refuses("XAPIANDB", "remote host:4000\n"));
  CHECK(refuses("XAPIANDB", "auto g1\nauto g2\n"));
  CHECK(refuses("XAPIANDB", "auto g1.new\n"));
  CHECK(refuses("XAPIANDB", ""));
  CHECK(refuses("XAPIANDB", "auto g1\n"));  // but there is no g1

  put(temporary.path() + "/file", "text");
  CHECK_FALSE(DatabaseFolder::look(temporary.path() + "/file"));
}

}  // namespace
}  // namespace postil::index
