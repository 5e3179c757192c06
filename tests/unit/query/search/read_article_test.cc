// Articles are found by what people call them, and read whole.
#include <doctest/doctest.h>

#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;

namespace {

std::vector<index::Article> library() {
  std::vector<index::Article> articles(2);
  for (index::Article& article : articles) article.meta.language = "en";
  articles[0].meta.title = "Peace talks";
  articles[0].paragraphs = {{schema::Zone::kBody, "The war went on."},
                            {schema::Zone::kBody, "Then the peace talks began."}};
  articles[0].comments.push_back({1, "Ivo", std::nullopt, 0, {"What talks?"}});
  articles[0].comments.push_back({2, "", std::nullopt, 1, {"Those."}});
  articles[1].paragraphs = {{schema::Zone::kBody, "Nothing of note."}};
  return articles;
}

Result<query::Reading> read(ViewCollection& collection, std::string_view name,
                            const std::string& question = "") {
  return collection.searcher().read(name, collection.request(question).tree);
}

}  // namespace

TEST_CASE("an article is read whole, with its comments and what the question matches") {
  ViewCollection collection(library());
  const auto reading = read(collection, "test/0", "\"peace talks\"");
  REQUIRE(reading.has_value());
  CHECK(reading->title.highlights.size() == 1);
  REQUIRE(reading->paragraphs.size() == 2);
  CHECK(reading->paragraphs[0].body.highlights.empty());
  CHECK(reading->paragraphs[1].body.highlights.size() == 1);
  CHECK(reading->paragraphs[1].number == 2);
  REQUIRE(reading->comments.size() == 2);
  CHECK(reading->comments[1].parent == 1);
  CHECK(reading->selected_comment == 0);
  REQUIRE(reading->best_passage.has_value());
  CHECK(reading->best_passage->paragraph == 2);
}

TEST_CASE("without a question nothing is marked") {
  ViewCollection collection(library());
  const auto reading = read(collection, "test/0");
  REQUIRE(reading.has_value());
  CHECK(reading->title.highlights.empty());
  CHECK_FALSE(reading->best_passage.has_value());
}

TEST_CASE("a comment's id leads to its article, and to its own passage") {
  ViewCollection collection(library());
  const auto reading = read(collection, "test/0#c1", "talks");
  REQUIRE(reading.has_value());
  CHECK(reading->id == "test/0");
  CHECK(reading->selected_comment == 1);
  CHECK(reading->best_passage->text == "What talks?");
}

TEST_CASE("the end of a path, and a longer path, name the article too") {
  ViewCollection collection(library());
  for (const char* name : {"0", "./test/0", "papers/test/0", "../x/test/0"}) {
    const auto reading = read(collection, name);
    REQUIRE_MESSAGE(reading.has_value(), name);
    CHECK(reading->id == "test/0");
  }
}

TEST_CASE("a name that nothing has is refused with names that are like it") {
  ViewCollection collection(library());
  const auto reading = read(collection, "tset/7");
  REQUIRE_FALSE(reading.has_value());
  CHECK(reading.error().kind == ErrorKind::kInput);
  CHECK(reading.error().message == "no article has the id or path tset/7");
  CHECK(reading.error().hint.find("test/0") != std::string::npos);
  CHECK_FALSE(read(collection, "").has_value());
  CHECK_FALSE(read(collection, "/elsewhere/test/0").has_value());
}

TEST_CASE("a hash tells a changed text, and nothing else does") {
  auto articles = library();
  ViewCollection before(articles);
  articles[0].meta.outlet = "The Courier";
  articles[1].paragraphs[0].text = "Nothing of note!";
  ViewCollection after(std::move(articles));
  CHECK(read(before, "test/0")->hash == read(after, "test/0")->hash);
  CHECK(read(before, "test/1")->hash != read(after, "test/1")->hash);
}
