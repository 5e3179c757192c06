#include "indexer/store/record_id.h"

#include <doctest/doctest.h>

#include <set>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

Article named(std::string fragment, std::string own_id = "") {
  Article article;
  article.fragment = std::move(fragment);
  article.own_id = std::move(own_id);
  return article;
}

TEST_CASE("A file's only article has the file's id, one of several a name behind it") {
  CHECK(ArticleIds(file_id("corpus", "a/x.txt")).next(named("")) == "corpus/a/x.txt");
  CHECK(ArticleIds(file_id("corpus", "x.jsonl")).next(named("3")) == "corpus/x.jsonl#3");
  CHECK(ArticleIds(file_id("corpus", "x.jsonl")).next(named("3", "doc7")) == "corpus/x.jsonl#doc7");
  CHECK(ArticleIds(file_id("x.txt", "")).next(named("")) == "x.txt");
  CHECK(comment_id("corpus/x.txt", 2) == "corpus/x.txt#c2");
}

TEST_CASE("Articles that a file calls alike get ids of their own") {
  ArticleIds ids("f");
  CHECK(ids.next(named("1", "a")) == "f#a");
  CHECK(ids.next(named("2", "a")) == "f#a~2");
  CHECK(ids.next(named("3", "a~2")) == "f#a~2~2");
  CHECK(ids.next(named("4", "a")) == "f#a~3");
}

TEST_CASE("No two names share an id") {
  std::set<std::string> ids;
  const std::string names[] = {"a#c1",  "a%23c1", "a%2523c1", "a%c1", "a%%23c1",      "a%25c1",
                               "a%2#3", "a\xff",  "a\xfe",    "a",    "a\xef\xbf\xbd"};
  for (const std::string& name : names) {
    const std::string id = file_id("r", name);
    CHECK(text::is_valid_utf8(id));
    CHECK(id.find('#') == std::string::npos);
    CHECK(ids.insert(id).second);
  }
}

}  // namespace
}  // namespace postil::index
