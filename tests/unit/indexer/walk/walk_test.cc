#include "indexer/walk/walk.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace fs = std::filesystem;
using namespace postil::index;

namespace {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (fs::temp_directory_path() / "postil-walk-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    path_ = pattern;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  std::string path() const { return path_.string(); }
  std::string file(const std::string& relative, const std::string& text = "text") const {
    fs::create_directories((path_ / relative).parent_path());
    std::ofstream(path_ / relative) << text;
    return (path_ / relative).string();
  }
  void link(const std::string& target, const std::string& relative) const {
    fs::create_directories((path_ / relative).parent_path());
    fs::create_symlink(target, path_ / relative);
  }

 private:
  fs::path path_;
};

struct Seen : WalkSink {
  bool file(const WalkedFile& file) override {
    files.emplace_back(file.relative);
    paths.emplace_back(file.path);
    sizes[std::string(file.relative)] = file.size;
    modified[std::string(file.relative)] = file.modified_ns;
    return files.size() < stop_after;
  }
  void problem(const WalkProblem& problem) override {
    problems[std::string(problem.path)] = std::string(problem.reason);
    details[std::string(problem.path)] = problem.detail;
  }
  std::vector<std::string> files;
  std::vector<std::string> paths;
  std::map<std::string, std::uint64_t> sizes;
  std::map<std::string, std::int64_t> modified;
  std::map<std::string, std::string> problems;
  std::map<std::string, std::string> details;
  std::size_t stop_after = SIZE_MAX;
};

using Names = std::vector<std::string>;

Seen walked(const std::string& root, const WalkOptions& options = {}) {
  Seen seen;
  REQUIRE(walk(root, options, seen).has_value());
  return seen;
}

}  // namespace

TEST_CASE("files come bytewise by their whole path, with size and time") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a/x.txt", "a.txt", "a-b.txt", "a/b/c.txt", "Z.txt", "é.txt"}) {
    folder.file(name, std::string("12345"));
  }
  const Seen seen = walked(folder.path());
  CHECK(seen.files == Names{"Z.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a/x.txt", "b.txt", "é.txt"});
  CHECK(std::is_sorted(seen.files.begin(), seen.files.end()));
  CHECK(seen.sizes.at("a/x.txt") == 5);
  CHECK(seen.modified.at("a/x.txt") > 1'600'000'000'000'000'000);
  CHECK(seen.paths[0] == folder.path() + "/Z.txt");
}

TEST_CASE("a root is given with or without slashes, or as a file") {
  const TemporaryFolder folder;
  const std::string file = folder.file("sub/.hidden.txt");
  folder.file("sub/a.txt");
  CHECK(walked(folder.path() + "//").paths == Names{folder.path() + "/sub/a.txt"});
  const Seen alone = walked(file);
  CHECK(alone.files == Names{".hidden.txt"});
  CHECK(alone.paths == Names{file});
}

TEST_CASE("a root that is not there or is no file is an error") {
  const TemporaryFolder folder;
  Seen seen;
  const auto missing = walk(folder.path() + "/none", {}, seen);
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().message.find("No such file") != std::string::npos);
  CHECK_FALSE(walk("", {}, seen).has_value());
  REQUIRE(::mkfifo((folder.path() + "/pipe").c_str(), 0600) == 0);
  CHECK_FALSE(walk(folder.path() + "/pipe", {}, seen).has_value());
}

TEST_CASE("hidden things are left out without a word unless they are the root") {
  const TemporaryFolder folder;
  folder.file(".git/config");
  folder.file(".hidden");
  folder.file(".shown/a.txt");
  folder.file("b.txt");
  const Seen seen = walked(folder.path());
  CHECK(seen.files == Names{"b.txt"});
  CHECK(seen.problems.empty());
  CHECK(walked(folder.path() + "/.shown").files == Names{"a.txt"});
}

TEST_CASE("links are followed inside the root and named otherwise") {
  const TemporaryFolder outside;
  outside.file("secret.txt");
  const TemporaryFolder folder;
  folder.file("real/a.txt");
  folder.link("real/a.txt", "file-link.txt");
  folder.link("real", "folder-link");
  folder.link(folder.path() + "/real", "second-link");
  folder.link("..", "real/up");
  folder.link(outside.path(), "out");
  folder.link(outside.path() + "/secret.txt", "out.txt");
  folder.link("nowhere", "broken");
  folder.link("self", "self");
  const Seen seen = walked(folder.path());
  CHECK(seen.files == Names{"file-link.txt", "folder-link/a.txt", "real/a.txt"});
  const std::string root = folder.path() + "/";
  CHECK(seen.problems.at(root + "second-link") == "link-repeated");
  CHECK(seen.problems.at(root + "real/up") == "link-loop");
  CHECK(seen.problems.at(root + "folder-link/up") == "link-loop");
  CHECK(seen.problems.at(root + "out") == "link-outside");
  CHECK(seen.problems.at(root + "out.txt") == "link-outside");
  CHECK(seen.problems.at(root + "broken") == "broken-link");
  CHECK(seen.problems.at(root + "self") == "link-loop");
  CHECK(seen.problems.size() == 7);
}

TEST_CASE("links of a part are those of the whole") {
  const TemporaryFolder outside;
  outside.file("root/a/1.txt");
  outside.file("root/b/2.txt");
  outside.file("secret.txt");
  outside.link("../a/1.txt", "root/b/l.txt");
  outside.link("../a", "root/b/m");
  outside.link("..", "root/b/up");
  outside.link("../../secret.txt", "root/b/out.txt");
  const std::string root = fs::canonical(outside.path()).string() + "/root";
  WalkOptions options;
  options.links_within = root;
  const Seen seen = walked(root + "/b", options);
  CHECK(seen.files == Names{"2.txt", "l.txt", "m/1.txt"});
  CHECK(seen.problems.at(root + "/b/up") == "link-loop");
  CHECK(seen.problems.at(root + "/b/out.txt") == "link-outside");
  CHECK(walked(root + "/b").files == Names{"2.txt"});
}

TEST_CASE("a folder whose name starts as the root's does is outside") {
  const TemporaryFolder folder;
  folder.file("root/a.txt");
  folder.file("root-twin/b.txt");
  folder.link("../root-twin", "root/twin");
  const Seen seen = walked(folder.path() + "/root");
  CHECK(seen.files == Names{"a.txt"});
  CHECK(seen.problems.size() == 1);
}

TEST_CASE("folders full of links to each other do not multiply") {
  const TemporaryFolder folder;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "d" + std::to_string(i);
    folder.file(name + "/a.txt");
    folder.link("../d" + std::to_string(i + 1), name + "/one");
    folder.link("../d" + std::to_string(i + 1), name + "/two");
  }
  folder.file("d30/a.txt");
  CHECK(walked(folder.path()).files.size() < 100);
}

TEST_CASE("pipes and unreadable folders are named and never opened") {
  const TemporaryFolder folder;
  folder.file("a.txt");
  folder.file("locked/b.txt");
  REQUIRE(::mkfifo((folder.path() + "/pipe").c_str(), 0600) == 0);
  folder.link("pipe", "pipe-link");
  REQUIRE(::chmod((folder.path() + "/locked").c_str(), 0) == 0);
  const Seen seen = walked(folder.path());
  ::chmod((folder.path() + "/locked").c_str(), 0700);
  CHECK(seen.problems.at(folder.path() + "/pipe") == "special-file");
  CHECK(seen.problems.at(folder.path() + "/pipe-link") == "special-file");
  if (::geteuid() != 0) {
    CHECK(seen.files == Names{"a.txt"});
    CHECK(seen.problems.at(folder.path() + "/locked") == "unreadable");
    CHECK(seen.details.at(folder.path() + "/locked") == "Permission denied");
  }
}

TEST_CASE("names that are not UTF-8 keep their bytes") {
  const TemporaryFolder folder;
  folder.file("caf\xe9/\xff.txt");
  CHECK(walked(folder.path()).files == Names{"caf\xe9/\xff.txt"});
}

TEST_CASE("patterns choose files, and excluded folders are not entered") {
  const TemporaryFolder folder;
  for (const char* name :
       {"a.txt", "b.md", "old/c.txt", "new/d.txt", "new/e.md", "new/deep/f.md"}) {
    folder.file(name);
  }
  folder.file("old/locked/g.txt");
  WalkOptions options;
  options.exclude = {Glob("old")};
  CHECK(walked(folder.path(), options).files ==
        Names{"a.txt", "b.md", "new/d.txt", "new/deep/f.md", "new/e.md"});
  options.include = {Glob("*.txt")};
  CHECK(walked(folder.path(), options).files == Names{"a.txt", "new/d.txt"});
  options.include = {Glob("new/deep"), Glob("b.*")};
  CHECK(walked(folder.path(), options).files == Names{"b.md", "new/deep/f.md"});
}

TEST_CASE("a part is walked as it is when the whole is") {
  const TemporaryFolder folder;
  for (const char* name : {"b/1.txt", "b/2.md", "b/d/3.txt", "notes/sub/4.txt", "drafts/5.txt"}) {
    folder.file(name);
  }
  const auto part = [&](const std::string& way, const char* include, const char* exclude) {
    WalkOptions options;
    options.above = way;
    if (*include != 0) options.include = {Glob(include)};
    if (*exclude != 0) options.exclude = {Glob(exclude)};
    return walked(folder.path() + "/" + way, options).files;
  };
  CHECK(part("b", "b/*.txt", "") == Names{"1.txt"});
  CHECK(part("b", "", "b/d/") == Names{"1.txt", "2.md"});
  CHECK(part("b/d", "", "b/d/").empty());
  CHECK(part("b/d", "b", "") == Names{"3.txt"});
  CHECK(part("notes/sub", "notes", "") == Names{"4.txt"});
  CHECK(part("notes/sub", "/sub", "").empty());
  CHECK(part("drafts", "", "drafts/").empty());
}

TEST_CASE("the receiver can end the walk") {
  const TemporaryFolder folder;
  for (int i = 0; i < 10; ++i) folder.file("d" + std::to_string(i) + "/a.txt");
  Seen seen;
  seen.stop_after = 3;
  REQUIRE(walk(folder.path(), {}, seen).has_value());
  CHECK(seen.files.size() == 3);
}

TEST_CASE("ten thousand nested folders are walked with few descriptors, files behind each") {
  const TemporaryFolder folder;
  constexpr int kDepth = 10000;
  int current = ::open(folder.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  for (int i = 0; i < kDepth; ++i) {
    REQUIRE(::mkdirat(current, "nested", 0700) == 0);
    if (i % 1000 == 0) {
      ::close(::openat(current, "z.txt", O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
    }
    const int next = ::openat(current, "nested", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(next >= 0);
    ::close(current);
    current = next;
  }
  ::close(::openat(current, "deepest.txt", O_CREAT | O_WRONLY | O_CLOEXEC, 0600));
  ::close(current);

  const Seen seen = walked(folder.path());
  CHECK(seen.problems.empty());
  REQUIRE(seen.files.size() == 11);
  CHECK(seen.files.front().size() == kDepth * 7 + 11);
  CHECK(seen.files.back() == "z.txt");
  REQUIRE(std::system(("rm -rf '" + folder.path() + "'").c_str()) == 0);
}
