#include "query/search/similar_articles.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "query/parse/parser.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;

namespace {

index::Article article_with(std::string title, std::string text) {
  index::Article article;
  article.meta.language = "en";
  article.meta.title = std::move(title);
  article.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
  return article;
}

std::vector<index::Article> library() {
  std::vector<index::Article> articles = {
      article_with("Grain",
                   "The grain ships left Odesa through the mined corridor and the straits."),
      article_with("More grain",
                   "A corridor for ships with grain was agreed; Odesa exported again."),
      article_with("Chess", "The bishop took the knight and the queen was lost in the opening."),
      article_with("Openings", "An opening that loses the queen for a knight and bishop is bold.")};
  for (int i = 0; i < 30; ++i) {
    articles.push_back(article_with("Weather " + std::to_string(i),
                                    "The rain fell and the wind was in the west for a day."));
  }
  articles[0].comments.push_back({1, "", std::nullopt, 0, {"Grain ships and a corridor, again!"}});
  return articles;
}

std::vector<std::string> ids(const query::Answer& answer) {
  std::vector<std::string> all;
  for (const query::ArticleHit& hit : answer.results) all.push_back(hit.id);
  return all;
}

}  // namespace

TEST_CASE("the article most like another comes first, the other itself not at all") {
  ViewCollection collection(library());
  query::Request request = collection.request("");
  REQUIRE(collection.searcher().ask_like("test/0", request).has_value());
  const auto answer = collection.searcher().answer(request);
  REQUIRE(answer.has_value());
  REQUIRE_FALSE(answer->results.empty());
  CHECK(answer->results[0].id == "test/1");
  const auto found = ids(*answer);
  CHECK(std::count(found.begin(), found.end(), "test/0") == 0);
}

TEST_CASE("a comment leads to articles like it, but not to its own") {
  ViewCollection collection(library());
  query::Request request = collection.request("");
  REQUIRE(collection.searcher().ask_like("test/0#c1", request).has_value());
  const auto answer = collection.searcher().answer(request);
  REQUIRE(answer.has_value());
  REQUIRE_FALSE(answer->results.empty());
  CHECK(answer->results[0].id == "test/1");
}

TEST_CASE("any text leads to articles like it") {
  ViewCollection collection(library());
  query::Request request = collection.request("");
  REQUIRE(collection.searcher()
              .ask_like_text("He lost his queen, then a knight: what an opening!", request)
              .has_value());
  const auto answer = collection.searcher().answer(request);
  REQUIRE(answer.has_value());
  REQUIRE(answer->results.size() >= 2);
  auto best = ids(*answer);
  best.resize(2);
  std::sort(best.begin(), best.end());
  CHECK(best == std::vector<std::string>{"test/2", "test/3"});
}

TEST_CASE("a question beside it must match as well") {
  ViewCollection collection(library());
  query::Request request = collection.request("exported");
  REQUIRE(collection.searcher().ask_like("test/0", request).has_value());
  const auto answer = collection.searcher().answer(request);
  REQUIRE(answer.has_value());
  CHECK(ids(*answer) == std::vector<std::string>{"test/1"});
}

TEST_CASE("an unknown id is an error that says so") {
  ViewCollection collection(library());
  query::Request request = collection.request("");
  const auto unknown = collection.searcher().ask_like("test/99", request);
  REQUIRE_FALSE(unknown.has_value());
  CHECK(unknown.error().message == "no article has the id or path test/99");
  CHECK(request.filters.not_articles.empty());
}

TEST_CASE("nothing is like a text without a telling word, whatever is asked beside it") {
  ViewCollection collection(library());
  for (const char* text : {"", "qwertz zxcvb", "the rain and the wind"}) {
    CAPTURE(text);
    for (const char* question : {"", "exported"}) {
      query::Request request = collection.request(question);
      const auto tells = collection.searcher().ask_like_text(text, request);
      REQUIRE(tells.has_value());
      CHECK_FALSE(*tells);
      const auto answer = collection.searcher().answer(request);
      REQUIRE(answer.has_value());
      CHECK(answer->results.empty());
      CHECK(answer->total.articles == 0);
    }
  }
}

TEST_CASE("what is asked is a question like any other") {
  ViewCollection collection(library());
  query::Request request = collection.request("");
  REQUIRE(collection.searcher().ask_like("test/2", request).has_value());
  const std::string written = query::to_query(request.tree);
  CHECK(collection.request(written).tree == request.tree);
}
