#include "indexer/walk/glob.h"

#include <doctest/doctest.h>

#include <string>

using postil::index::Glob;

namespace {

bool file_matches(const char* pattern, const char* path) {
  return Glob(pattern).matches(path, false);
}
bool folder_matches(const char* pattern, const char* path) {
  return Glob(pattern).matches(path, true);
}

}  // namespace

TEST_CASE("a pattern without a slash looks at the name at any depth") {
  CHECK(file_matches("*.txt", "a.txt"));
  CHECK(file_matches("*.txt", "x/y/a.txt"));
  CHECK_FALSE(file_matches("*.txt", "x.txt/a.md"));
  CHECK(folder_matches("drafts", "x/drafts"));
  CHECK_FALSE(file_matches("drafts", "x/drafts2"));
}

TEST_CASE("a pattern with a slash starts at the root and its stars stay within one part") {
  CHECK(file_matches("2022/*.md", "2022/a.md"));
  CHECK_FALSE(file_matches("2022/*.md", "old/2022/a.md"));
  CHECK_FALSE(file_matches("2022/*.md", "2022/x/a.md"));
  CHECK(file_matches("/a.md", "a.md"));
  CHECK(file_matches("./a.md", "a.md"));
  CHECK_FALSE(file_matches("/a.md", "x/a.md"));
}

TEST_CASE("two stars stand for any number of folders") {
  CHECK(file_matches("**/a.md", "a.md"));
  CHECK(file_matches("**/a.md", "x/y/z/a.md"));
  CHECK(file_matches("x/**/a.md", "x/a.md"));
  CHECK(file_matches("x/**/a.md", "x/y/z/a.md"));
  CHECK(file_matches("x/**", "x/y/z"));
  CHECK(file_matches("**/n*/**/*.md", "a/notes/b/c/d.md"));
  CHECK_FALSE(file_matches("x/**/a.md", "y/a.md"));
}

TEST_CASE("a trailing slash asks for a folder") {
  CHECK(folder_matches("old/", "x/old"));
  CHECK_FALSE(file_matches("old/", "x/old"));
}

TEST_CASE("sets, question marks and escapes work on whole characters") {
  CHECK(file_matches("[a-c].txt", "b.txt"));
  CHECK_FALSE(file_matches("[!a-c].txt", "b.txt"));
  CHECK(file_matches("[^a-c]?.txt", "zü.txt"));
  CHECK(file_matches("[а-я].txt", "ж.txt"));
  CHECK(file_matches("[]x].txt", "].txt"));
  CHECK(file_matches("\\*.txt", "*.txt"));
  CHECK_FALSE(file_matches("\\*.txt", "a.txt"));
  CHECK(file_matches("[a.txt", "[a.txt"));
  CHECK(file_matches("?", "\xff"));
}

TEST_CASE("an empty pattern matches nothing") {
  CHECK_FALSE(file_matches("", "a"));
  CHECK_FALSE(file_matches("/", "a"));
}

TEST_CASE("many stars do not take exponential time") {
  const std::string name(20000, 'a');
  std::string pattern;
  for (int i = 0; i < 50; ++i) pattern += "*a";
  CHECK_FALSE(Glob(pattern + "b").matches(name, false));
  std::string path = "x";
  for (int i = 0; i < 2000; ++i) path += "/x";
  CHECK_FALSE(Glob("**/x/**/x/**/x/**/x/**/y").matches(path, false));
}
