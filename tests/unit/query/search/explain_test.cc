// What --explain tells of a question's words.

#include "query/search/explain.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;

namespace {

index::Article article(std::string title, std::string text, std::string comment) {
  index::Article made;
  made.meta.language = "en";
  made.meta.title = std::move(title);
  made.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
  made.comments.push_back({1, "Anna", std::nullopt, 0, {std::move(comment)}});
  return made;
}

bool tells(ViewCollection& collection, const std::string& question, const std::string& wanted) {
  const auto explained = collection.searcher().explain(collection.request(question));
  REQUIRE(explained.has_value());
  CAPTURE(*explained);
  return explained->find(wanted) != std::string::npos;
}

}  // namespace

TEST_CASE("the words of a scope are counted within it") {
  ViewCollection collection({article("War", "Peace talks.", "No peace."),
                             article("Peace", "Talks.", "Peaceful talks."),
                             article("Talks", "Peace.", "War.")});
  CHECK(tells(collection, "\"peace\"", "peace: words peace (4)"));
  CHECK(tells(collection, "title:\"peace\"", "peace: words peace (1)"));
  CHECK(tells(collection, "comment:\"peace\"", "peace: words peace (1)"));
  CHECK(tells(collection, "comment:peace", "peace: stems peac (2)"));
  CHECK(tells(collection, "comment:p*", "p*: words peace (1), peaceful (1)"));
}
