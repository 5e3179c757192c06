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

const std::string kOurLock = "postil-index 4711\n";

void put(const std::string& path, const std::string& content) {
  fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path) << content;
}

std::string content_of(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct Fixture {
  test::TemporaryFolder temporary;
  std::string db = temporary.path() + "/db";

  DatabaseFolder look() const { return DatabaseFolder::look(db).value(); }

  // What the refusal says; "" if the folder is taken.
  std::string refusal() const {
    const auto folder = DatabaseFolder::look(db);
    return folder ? std::string() : folder.error().message;
  }
};

TEST_CASE_FIXTURE(Fixture, "A folder that does not exist is made for its owner alone") {
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

TEST_CASE_FIXTURE(Fixture, "A second lock is refused and says who holds the first") {
  DatabaseFolder first = look();
  REQUIRE(first.lock());
  {
    const Status status = look().lock();
    REQUIRE_FALSE(status);
    CHECK(status.error().kind == ErrorKind::kBusy);
    CHECK(status.error().message.find(std::to_string(::getpid())) != std::string::npos);
  }
  { auto done = std::move(first); }
  CHECK(look().lock());
}

TEST_CASE_FIXTURE(Fixture, "Publishing swaps generations and deletes the old one") {
  DatabaseFolder folder = look();
  REQUIRE(folder.lock());
  for (int round = 1; round <= 3; ++round) {
    const auto work = folder.begin_generation();
    REQUIRE(work);
    put(work->path() + "/all/iamglass", std::to_string(round));
    put(work->path() + "/s0/iamglass", "left over");
    REQUIRE(folder.publish(work->path() + "/all"));
    const auto again = DatabaseFolder::look(folder.path());
    REQUIRE(again);
    CHECK(again->generation() == folder.generation());
    CHECK(fs::exists(again->generation() + "/iamglass"));
    std::size_t entries = 0;
    for (const auto& entry : fs::directory_iterator(folder.path())) {
      (void)entry;
      ++entries;
    }
    CHECK(entries == 3);  // the stub, the lock and the one generation
  }
}

TEST_CASE_FIXTURE(Fixture,
                  "What a killed run left is removed by the next, and the good generation stays") {
  put(db + "/XAPIANDB", "auto g7\n");
  put(db + "/g7/iamglass", "good");
  put(db + "/g6/iamglass", "old");
  put(db + "/g8.new/s1/iamglass", "half");
  put(db + "/XAPIANDB.new", "auto g");
  put(db + "/notes.txt", "the owner's");
  REQUIRE(look().lock());
  CHECK(fs::exists(db + "/g7/iamglass"));
  CHECK(fs::exists(db + "/notes.txt"));
  CHECK_FALSE(fs::exists(db + "/g6"));
  CHECK_FALSE(fs::exists(db + "/g8.new"));
  CHECK_FALSE(fs::exists(db + "/XAPIANDB.new"));
}

TEST_CASE_FIXTURE(Fixture, "What a first run left behind when it was killed is no obstacle") {
  put(db + "/g1.new/s1/iamglass", "half");
  put(db + "/lock", kOurLock);
  CHECK_FALSE(look().has_database());
  CHECK(look().lock());
  CHECK_FALSE(fs::exists(db + "/g1.new"));
}

TEST_CASE_FIXTURE(Fixture,
                  "Leftovers that could not be removed are no obstacle to the next generation") {
  DatabaseFolder folder = look();
  REQUIRE(folder.lock());
  put(db + "/g1.new/s1/iamglass", "half");
  put(db + "/g2/iamglass", "not published");
  const auto work = folder.begin_generation();
  REQUIRE(work);
  put(work->path() + "/all/iamglass", "new");
  REQUIRE(folder.publish(work->path() + "/all"));
  CHECK(DatabaseFolder::look(db)->generation() == db + "/g3");
  CHECK_FALSE(fs::exists(db + "/g1.new"));
  CHECK_FALSE(fs::exists(db + "/g2"));
}

TEST_CASE_FIXTURE(Fixture, "A generation that cannot be published is deleted") {
  DatabaseFolder folder = look();
  REQUIRE(folder.lock());
  const auto work = folder.begin_generation();
  REQUIRE(work);
  put(work->path() + "/all/iamglass", "new");
  put(db + "/XAPIANDB/x", "in the way");
  CHECK_FALSE(folder.publish(work->path() + "/all"));
  CHECK_FALSE(fs::exists(db + "/g1"));
  CHECK_FALSE(fs::exists(db + "/XAPIANDB.new"));
}

// What looks like what a first run left behind, and is somebody's.
TEST_CASE_FIXTURE(Fixture,
                  "Folders that happen to be named as generations are refused and not touched") {
  put(db + "/g1/beach.jpg", "picture");
  put(db + "/g2/forest.jpg", "picture");
  const auto is_refused = [&] { return refusal().find("it holds g") != std::string::npos; };
  CHECK(is_refused());
  put(db + "/lock", kOurLock);  // as left by a run when the folder was empty
  CHECK(is_refused());
  put(db + "/g1/iamglass", "a database");
  put(db + "/g2/iamglass", "a database");
  CHECK(is_refused());  // and yet there are pictures
  fs::remove(db + "/g1/beach.jpg");
  fs::remove(db + "/g2/forest.jpg");
  CHECK_FALSE(is_refused());
  fs::remove(db + "/lock");  // no run of ours was here
  CHECK(is_refused());
  put(db + "/lock", kOurLock);
  put(db + "/g02/iamglass", "a database");  // not how we write numbers
  CHECK(is_refused());
  fs::remove_all(db + "/g02");
  fs::create_directory_symlink("g1", db + "/g3");
  CHECK(is_refused());
}

TEST_CASE_FIXTURE(Fixture, "A generation that was built whole but not published is no obstacle") {
  put(db + "/lock", kOurLock);
  for (const char* name : {"iamglass", "postlist.glass", "flintlock", "columns", "files.new"}) {
    put(db + "/g1/" + name, "whole");
  }
  CHECK_FALSE(look().has_database());
  CHECK(look().lock());
  CHECK_FALSE(fs::exists(db + "/g1"));
}

TEST_CASE_FIXTURE(Fixture, "A lock that is somebody's makes no folder ours") {
  put(db + "/lock", "4711\n");
  CHECK(refusal().find("it holds lock") != std::string::npos);
  CHECK(content_of(db + "/lock") == "4711\n");
  fs::remove(db + "/lock");
  put(db + "/XAPIANDB.new", "auto g1\n");
  CHECK(refusal().find("it holds XAPIANDB.new") != std::string::npos);
  put(db + "/lock", kOurLock);
  CHECK(refusal().empty());
}

TEST_CASE_FIXTURE(Fixture, "A lock that was not filled yet is no obstacle") {
  put(db + "/lock", "");
  CHECK(look().lock());
  CHECK(look().was_locked());
}

TEST_CASE_FIXTURE(Fixture, "In a database too, only what is ours is removed") {
  put(db + "/XAPIANDB", "auto g7\n");
  put(db + "/g7/iamglass", "good");
  put(db + "/g6/beach.jpg", "picture");
  put(db + "/g5/postlist.glass", "of one that was not deleted to the end");
  REQUIRE(look().lock());
  CHECK(fs::exists(db + "/g6/beach.jpg"));
  CHECK_FALSE(fs::exists(db + "/g5"));
}

TEST_CASE_FIXTURE(Fixture,
                  "A Xapian database without a stub is told as such, whatever lies in it") {
  for (const char* name : {"postlist.glass", "a.txt", "iamglass", "flintlock"}) {
    put(db + "/" + name, "x");
  }
  CHECK(refusal().find("not one of Postil's") != std::string::npos);
  CHECK_FALSE(is_bare_database(db));
  fs::remove(db + "/a.txt");
  CHECK(is_bare_database(db));
  CHECK_FALSE(is_bare_database(temporary.path()));
}

TEST_CASE_FIXTURE(Fixture, "A stub alone is refused, and nothing else is to be deleted for it") {
  put(db + "/XAPIANDB", "auto g1\n");
  const auto folder = DatabaseFolder::look(db);
  REQUIRE_FALSE(folder);
  CHECK(folder.error().message.find("g1 is missing") != std::string::npos);
  CHECK(folder.error().hint.find("delete " + db + "/XAPIANDB ") != std::string::npos);
}

TEST_CASE_FIXTURE(Fixture, "What is not ours is refused and not touched") {
  const auto refuses = [&](const std::string& name, const std::string& content) {
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
