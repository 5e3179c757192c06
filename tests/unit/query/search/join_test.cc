#include "query/search/join.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "query/parse/parser.h"
#include "tests/support/counting.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;

namespace {

index::Article article(std::string text, std::vector<std::string> comments) {
  index::Article made;
  made.meta.language = "en";
  made.meta.title = "A title";
  made.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
  for (std::string& comment : comments) {
    const int number = static_cast<int>(made.comments.size()) + 1;
    const std::string name = number == 1 ? "Anna" : "Bert";
    made.comments.push_back({number, name, std::nullopt, 0, {std::move(comment)}});
  }
  return made;
}

std::vector<index::Article> library() {
  return {article("the harbour treaty", {"pure fantasy", "a treaty of paper"}),
          article("the harbour treaty", {"a fine plan", "no plan at all"}),
          article("the harbour", {"this treaty is fantasy"}),
          article("the treaty", {"fantasy and paper", "plan"}), article("the treaty", {})};
}

// "0c 3": the matching articles, each with c if its own text does not match but comments do, and
// the number of its matching comments.
std::string found(ViewCollection& collection, const std::string& question) {
  const auto answer = collection.searcher().answer(collection.request(question));
  REQUIRE(answer.has_value());
  std::set<std::string> hits;
  for (const query::ArticleHit& hit : answer->results) {
    std::string text = hit.id.substr(hit.id.find('/') + 1);
    if (!hit.own_text_matches) text += "c";
    if (hit.matching_comments > 0) text += ":" + std::to_string(hit.matching_comments);
    hits.insert(std::move(text));
  }
  std::string all;
  for (const std::string& hit : hits) all += (all.empty() ? "" : " ") + hit;
  return all;
}

}  // namespace

TEST_CASE("words and comment: are brought together by the article") {
  ViewCollection collection(library());
  CHECK(found(collection, "treaty comment:fantasy") == "0:1 3:1");
  CHECK(found(collection, "treaty AND comment:plan") == "1:2 3:1");
  CHECK(found(collection, "treaty comment:(fantasy paper)") == "3:1");
  CHECK(found(collection, "treaty comment:fantasy comment:paper") == "3:1");
  CHECK(found(collection, "treaty comment:fantasy commenter:anna") == "0:1 3:1");
  CHECK(found(collection, "treaty comment:paper commenter:anna") == "3:1");
  CHECK(found(collection, "\"harbour treaty\" comment:\"fine plan\"") == "1:1");
  CHECK(found(collection, "(harbour NEAR/2 treaty) comment:(no NEAR plan)") == "1:1");
}

TEST_CASE("NOT before comment: leaves out articles, inside it a comment") {
  ViewCollection collection(library());
  CHECK(found(collection, "treaty -comment:fantasy") == "1 4");
  CHECK(found(collection, "treaty comment:(fantasy -paper)") == "0:1");
  CHECK(found(collection, "treaty comment:plan -comment:fine") == "1:1 3:1");
  CHECK(found(collection, "treaty -harbour comment:fantasy") == "3:1");
}

TEST_CASE("the only word or phrase of a join is counted on its own side") {
  ViewCollection collection(library());
  const auto occurrences = [&](const std::string& question) {
    const auto answer = collection.searcher().answer(collection.request(question));
    REQUIRE(answer.has_value());
    return answer->total.occurrences.value_or(999);
  };
  CHECK(occurrences("\"harbour treaty\" -comment:fantasy") == 1);
  CHECK(occurrences("treaty -comment:fantasy") == 2);
  CHECK(occurrences("comment:\"treaty of\" -plan") == 1);
  CHECK(occurrences("comment:treaty -plan") == 2);  // not those in the articles above
  CHECK(occurrences("treaty commenter:bert -comment:plan") == 1);  // nor in Bert's comment
}

TEST_CASE("alternatives of article and comment are joined as they read") {
  ViewCollection collection(library());
  CHECK(found(collection, "treaty (comment:paper OR comment:fine)") == "0:1 1:1 3:1");
  CHECK(found(collection, "treaty (comment:paper OR harbour)") == "0:1 1 3:1");
  CHECK(found(collection, "treaty (harbour OR NOT comment:paper)") == "0 1 4");
  CHECK(found(collection, "(treaty comment:fine) OR \"this treaty\"") == "1:1 2c:1");
}

TEST_CASE("kind: beside a join chooses among what it finds") {
  ViewCollection collection(library());
  CHECK(found(collection, "treaty comment:fantasy kind:comment") == "0c:1 3c:1");
  CHECK(found(collection, "treaty comment:fantasy kind:article") == "0 3");
  CHECK(count(collection.searcher(), "treaty comment:plan") == Counts{2, 2, 3, 0});
}

TEST_CASE("without words of an article, or under one OR, each record is asked alone") {
  ViewCollection collection(library());
  CHECK(found(collection, "comment:fantasy comment:treaty") == "2c:1");
  CHECK(found(collection, "comment:plan commenter:bert") == "1c:1 3c:1");
  CHECK(found(collection, "harbour OR comment:fantasy") == "0:1 1 2:1 3c:1");
}

TEST_CASE("in a join, what is looked for in the article is not highlighted in a comment") {
  ViewCollection collection(library());
  const auto answer = collection.searcher().answer(collection.request("treaty comment:paper"));
  REQUIRE(answer.has_value());
  const auto hit = std::find_if(answer->results.begin(), answer->results.end(),
                                [](const query::ArticleHit& each) { return each.id == "test/0"; });
  REQUIRE(hit != answer->results.end());
  REQUIRE(hit->comments.size() == 1);
  const query::Passage& passage = hit->comments[0].passages.at(0);
  REQUIRE(passage.highlights.size() == 1);
  CHECK(passage.text.substr(passage.highlights[0].begin) == "paper");
}
