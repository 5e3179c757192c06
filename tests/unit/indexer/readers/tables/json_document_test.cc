#include "indexer/readers/tables/json_document.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/readers/reader_testing.h"

namespace postil::index {
namespace {

Collected read(const std::string& json) { return read_with(kJsonReader, json, "a.json"); }

TEST_SUITE("json_document") {
  TEST_CASE("lists, objects around them and single articles") {
    CHECK(read("[{\"title\":\"a\"},\n {\"title\":\"b ]}\\\"\"}, 3]").articles.size() == 2);
    CHECK(read("{\"n\":[1,2],\"response\":{\"docs\":[{\"title\":\"a\"},{\"title\":\"b\"}]}}")
              .articles.size() == 2);
    const auto one = read("{\n \"title\": \"A\",\n \"text\": [\"One.\", \"Two.\"],\n \"x\": {}\n}");
    REQUIRE(one.articles.size() == 1);
    CHECK(one.articles[0].declared.title == "A");
    CHECK(read("{\"title\":\"a\"}\n\n{\"title\":\n\"b\"}").articles.size() == 2);
  }

  TEST_CASE("an item of a JSON Feed without text has its summary or title, which is told") {
    const auto feed = read(
        "{\"version\":\"https://jsonfeed.org/version/"
        "1.1\",\"items\":[{\"id\":\"1\",\"title\":\"A\","
        "\"summary\":\"In short.\"},{\"id\":\"2\",\"title\":\"B\"}]}");
    REQUIRE(feed.articles.size() == 2);
    CHECK(std::get<BodyText>(feed.articles[0].content).text == "In short.");
    CHECK(feed.articles[0].declared.standfirst.empty());
    CHECK(feed.has("summary-only"));
    CHECK(feed.has("title-only"));
  }

  TEST_CASE("a JSON Feed gives its items what it says of all") {
    const auto feed = read(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Quay\",\"language\":\"en\","
        "\"authors\":[{\"name\":\"Ann Lee\"}],\"items\":[{\"id\":\"2\",\"content_html\":"
        "\"<p>One.</p><p>Two.</p>\",\"date_published\":\"2024-03-20T10:00:00Z\","
        "\"url\":\"https://q.example/2\"},{\"id\":\"1\",\"content_text\":\"x\","
        "\"author\":{\"name\":\"Bo\"}}]}");
    REQUIRE(feed.articles.size() == 2);
    const Metadata& meta = feed.articles[0].declared;
    CHECK(meta.outlet == "Quay");
    CHECK(meta.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(meta.published->source == schema::DateSource::kFeed);
    CHECK(std::get<MarkedBody>(feed.articles[0].content).paragraphs.size() == 2);
    CHECK(feed.articles[1].declared.authors == std::vector<std::string>{"Bo"});
  }

  TEST_CASE("what is broken is told, and what is not is read") {
    const auto cut = read("[{\"title\":\"a\"},{\"title\":,},{\"colour\":\"red\"},{\"title\":\"b");
    CHECK(cut.articles.size() == 1);
    CHECK(cut.has("bad-item"));
    CHECK(cut.has("empty-item"));
    CHECK(read("[{\"title\":\"a\"},").told() ==
          "truncated: It ends behind item 1 and is not closed there: the file may be cut off\n");
    CHECK(read("{\"title\":\"a\"").has("truncated"));
    CHECK_FALSE(read("[{\"title\":\"a\"}]").has("truncated"));
    CHECK(read("[1,2,\"x\"]").has("no-article"));
    CHECK(read("}]{\"").has("no-article"));
  }
}

}  // namespace
}  // namespace postil::index
