// What NEAR matches, and what is highlighted of it.

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/counting.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;

namespace {

index::Article article(std::string language, std::string text) {
  index::Article made;
  made.meta.language = std::move(language);
  made.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
  return made;
}

std::uint64_t articles(ViewCollection& collection, const std::string& question) {
  return count(collection.searcher(), question).articles;
}

// The highlighted parts of the first passage of each article, in the order of the articles.
std::vector<std::string> highlighted(ViewCollection& collection, const std::string& question) {
  const auto answer = collection.searcher().answer(collection.request(question));
  REQUIRE(answer.has_value());
  std::vector<std::string> all;
  for (const query::ArticleHit& hit : answer->results) {
    REQUIRE(!hit.passages.empty());
    const query::Passage& passage = hit.passages.front();
    std::string& marked = all.emplace_back();
    for (const query::Highlight& span : passage.highlights) {
      marked +=
          (marked.empty() ? "" : "|") + passage.text.substr(span.begin, span.end - span.begin);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("NEAR matches a word in the forms of each text's own language") {
  ViewCollection collection({article("de", "Der talking peace Rat."),
                             article("en", "They were talking peace."),
                             article("", "Talk of peace.")});
  CHECK(articles(collection, "talk peace") == 2);
  CHECK(articles(collection, "talk NEAR/1 peace") == 2);
  CHECK(articles(collection, "talking peace") == 3);
  CHECK(articles(collection, "talking NEAR/1 peace") == 3);
  CHECK(articles(collection, "\"talking peace\" NEAR/1 rat") == 1);
}

TEST_CASE("a NEAR is highlighted where it matches") {
  ViewCollection collection({article("de", "Ein talk, ein talking, peace. Peace, ein talk."),
                             article("en", "The harbour.")});
  CHECK(highlighted(collection, "talk NEAR/1 peace") == std::vector<std::string>{"Peace|talk"});
}

TEST_CASE("a phrase with slop is near by any place where it ends") {
  ViewCollection collection({article("en", "alpha beta beta gamma gamma delta"),
                             article("en", "delta gamma gamma alpha alpha beta")});
  CHECK(articles(collection, "\"alpha beta\"~1 NEAR/2 delta") == 2);
  CHECK(articles(collection, "\"alpha beta\"~1 NEAR/1 delta") == 0);
  CHECK(articles(collection, "\"alpha beta\" NEAR/2 delta") == 0);
  CHECK(highlighted(collection, "\"alpha beta\"~1 NEAR/2 \"gamma delta\"") ==
        std::vector<std::string>{"alpha|beta|gamma delta"});
}
