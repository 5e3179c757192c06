#include "query/search/spelling.h"

#include <doctest/doctest.h>

#include "query/search/nearby.h"
#include "query/search/similar.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;

namespace {

std::vector<index::Article> library() {
  std::vector<index::Article> articles;
  for (int i = 0; i < 300; ++i) {
    index::Article article;
    article.meta.language = "en";
    article.meta.title = "Notes on a harbour";
    article.meta.authors = {"Ottilie Fairweather"};
    const std::string words = i % 3 == 0 ? "the treaty of the harbour" : "ratified by the council";
    article.paragraphs.push_back({schema::Zone::kBody, words});
    articles.push_back(std::move(article));
  }
  articles[1].paragraphs.push_back({schema::Zone::kBody, "a treaties traety once, and treatise"});
  articles[2].paragraphs.push_back({schema::Zone::kBody, "old harbour and then the treaty"});
  return articles;
}

std::string spelling(ViewCollection& collection, const std::string& question) {
  query::Request request = collection.request(question);
  const auto answer = collection.searcher().answer(request);
  REQUIRE(answer.has_value());
  return answer->spelling.value_or("");
}

std::string nearby(ViewCollection& collection, const std::string& question) {
  const auto answer = collection.searcher().answer(collection.request(question));
  REQUIRE(answer.has_value());
  CHECK(answer->results.empty());
  std::string all;
  for (const query::Nearby& near : answer->nearby) {
    all += (all.empty() ? "" : "; ") + near.query + " " + std::to_string(near.total.articles);
  }
  return all;
}

int errors(const char32_t* typed, const char32_t* meant) {
  return query::typing_errors(typed, meant, 2);
}

}  // namespace

TEST_CASE("typing errors are letters inserted, left out, changed or swapped") {
  CHECK(errors(U"treaty", U"treaty") == 0);
  CHECK(errors(U"traety", U"treaty") == 1);
  CHECK(errors(U"treatyy", U"treaty") == 1);
  CHECK(errors(U"trety", U"treaty") == 1);
  CHECK(errors(U"treety", U"treaty") == 1);
  CHECK(errors(U"rteayt", U"treaty") == 2);
  CHECK(errors(U"ca", U"abc") == 3);
  CHECK(errors(U"", U"abc") == 3);
  CHECK(errors(U"київ", U"киів") == 1);
}

TEST_CASE("a word without a record is mended as it was typed, the rest of the question kept") {
  ViewCollection collection(library());
  CHECK(spelling(collection, "Treatyy -council") == "treaty -council");
  CHECK(spelling(collection, "(harbuor OR x) AND \"Treaty of the harbor\"") ==
        "(harbour OR x) AND \"Treaty of the harbour\"");
  CHECK(spelling(collection, "author:fairwether") == "author:fairweather");
  CHECK(spelling(collection, "title:harbur") == "title:harbour");
  CHECK(spelling(collection, "reatified") == "ratified");
  CHECK(spelling(collection, "yreaty") == "treaty");
}

TEST_CASE("a rare word gives way to one that is a hundred times as common") {
  ViewCollection collection(library());
  CHECK(spelling(collection, "\"traety\"") == "\"treaty\"");
  CHECK(spelling(collection, "treaty").empty());
}

TEST_CASE("nothing is suggested where nothing near finds more") {
  ViewCollection collection(library());
  for (const char* question :
       {"zzzzzz", "trea*", "treety~", "1989", "council -treatyy", "treatyy qqqqq", "tag:treatyy"}) {
    CAPTURE(question);
    CHECK(spelling(collection, question).empty());
  }
}

TEST_CASE("a question without a hit is widened by slop, then stems, then fewer words") {
  ViewCollection collection(library());
  CHECK(nearby(collection, "\"harbour then\"") ==
        "\"harbour then\"~1 1; harbour NEAR/10 then 1; harbour AND then 1");
  CHECK(nearby(collection, "\"treatys\"") == "treatys 102");
  CHECK(nearby(collection, "treaty NEAR/1 old") == "treaty NEAR/4 old 1; treaty AND old 1");
  CHECK(nearby(collection, "old ratified once") == "ratified AND once 1; old AND ratified 1");
  CHECK(nearby(collection, "treaty zzz") == "treaty 102");
  CHECK(nearby(collection, "zzz qqq").empty());
}
