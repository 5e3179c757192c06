#include "indexer/store/file_state.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "indexer/store/known_files.h"
#include "indexer/store/root_table.h"

namespace postil::index {
namespace {

FileState sample() {
  FileState state;
  state.path = "/a/b\xff.txt";
  state.size = 123456789012;
  state.modified_ns = -5;
  state.content = {1, UINT64_MAX};
  state.row = 77;
  state.reader = "text";
  state.articles = 3;
  state.comments = 40;
  state.findings = {{Severity::kCut, "", "too-large", "only the first 16 MB"}};
  return state;
}

TEST_CASE("A file's state comes back as it was stored") {
  const FileState back = decode_file_state(encode(sample())).value();
  CHECK(back.path == sample().path);
  CHECK(back.size == sample().size);
  CHECK(back.modified_ns == -5);
  CHECK(back.content == sample().content);
  CHECK(back.row == 77);
  CHECK(back.reader == "text");
  CHECK(back.articles == 3);
  CHECK(back.comments == 40);
  REQUIRE(back.findings.size() == 1);
  CHECK(back.findings[0].severity == Severity::kCut);
  CHECK(back.findings[0].reason == "too-large");
}

TEST_CASE("A state that is cut anywhere is an error or loses only whole findings") {
  const std::string bytes = encode(sample());
  const std::size_t without_findings = [] {
    FileState state = sample();
    state.findings.clear();
    return encode(state).size();
  }();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(decode_file_state(bytes.substr(0, size)).has_value() == (size == without_findings));
  }
}

TEST_CASE("Files that were not seen are missing, but only where the run looked") {
  KnownFiles files({"/a"});
  FileState state;
  std::vector<std::pair<std::string, std::string>> keys;
  for (const char* path : {"/a/x", "/a/y", "/ab/z", "/a"}) keys.push_back({file_key(path), path});
  std::sort(keys.begin(), keys.end());
  for (const auto& [key, path] : keys) {
    state.path = path;
    files.add(key, state);
  }
  REQUIRE(files.find(file_digest("/a/x")) != nullptr);
  CHECK_FALSE(files.meet(*files.find(file_digest("/a/x"))));
  CHECK(files.meet(*files.find(file_digest("/a/x"))));
  CHECK(files.find(file_digest("/a/other")) == nullptr);
  CHECK(files.missing().size() == 2);
  CHECK_FALSE(files.meet(*files.find(file_digest("/a"))));
  CHECK(files.missing() == std::vector<std::string>{file_key("/a/y")});
}

TEST_CASE("A path is below a folder only at a slash") {
  CHECK(is_below("/a/b", "/a"));
  CHECK(is_below("/a", "/a"));
  CHECK(is_below("/a", "/"));
  CHECK_FALSE(is_below("/ab", "/a"));
  CHECK_FALSE(is_below("/", "/a"));
}

TEST_CASE("A file belongs to the deepest root above it") {
  RootTable roots;
  roots.add("/home/ann/corpus");
  roots.add("/home/ann/corpus/pages");  // inside: no root of its own
  CHECK(roots.all().size() == 1);
  roots.add("/home/ann");
  roots.add("/other/corpus");
  REQUIRE(roots.all().size() == 3);
  CHECK(roots.find("/home/ann/corpus/pages/x.txt")->label == "corpus");
  CHECK(roots.find("/home/ann/y.txt")->label == "ann");
  CHECK(roots.find("/other/corpus/x.txt")->label == "corpus~2");
  CHECK(roots.find("/elsewhere") == nullptr);
  const schema::Root& corpus = *roots.find("/home/ann/corpus/x");
  CHECK(below(corpus, "/home/ann/corpus/pages/x.txt") == "pages/x.txt");
  CHECK(folder_of(corpus, "/home/ann/corpus/pages/x.txt") == "corpus/pages");
  CHECK(folder_of(corpus, "/home/ann/corpus/x.txt") == "corpus");
  CHECK(folder_of(corpus, "/home/ann/corpus").empty());
}

TEST_CASE("The root of the file system is a root like others") {
  RootTable roots;
  roots.add("/");
  REQUIRE(roots.find("/x") != nullptr);
  CHECK(roots.find("/x")->label == "root");
  CHECK(below(*roots.find("/x"), "/x/y") == "x/y");
}

}  // namespace
}  // namespace postil::index
