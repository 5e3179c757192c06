#include "indexer/readers/tables/jsonl.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/tables/json_article.h"
#include "indexer/readers/tables/json_parse.h"
#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil::index;

namespace {

RawArticle article(std::string_view json) {
  auto read = read_json_article(json);
  REQUIRE(read.has_value());
  CHECK(read->doubts.empty());
  return std::move(read->article);
}

std::string published(const std::string& value) {
  auto read = read_json_article("{\"text\":\"x\",\"date\":" + value + "}");
  REQUIRE(read.has_value());
  const auto& date = read->article.declared.published;
  return date ? to_string(date->date) : "none";
}

}  // namespace

TEST_CASE("the usual keys give an article and its comments") {
  const RawArticle read = article(
      R"({"id":"a1","title":"The <i>talks</i>","text":"One.\n\nTwo.","authors":["Ann Lee","Bo"],)"
      R"("outlet":"The Gazette","published":"2024-03-20T10:00:00Z","url":"https://example.org/a",)"
      R"("language":"en","tags":"x, law","standfirst":"Short.","comments":[)"
      R"({"id":7,"author":"cy","published":"21 March 2024","text":"Yes."},)"
      R"({"id":8,"parent":7,"text":"No.","email":"x@example.org"}]})");
  CHECK(read.own_id == "a1");
  CHECK(read.declared.title == "The talks");
  CHECK(std::get<BodyText>(read.content).text == "One.\n\nTwo.");
  CHECK(read.declared.authors.size() == 2);
  CHECK(read.declared.outlet == "The Gazette");
  CHECK(to_string(read.declared.published->date) == "2024-03-20");
  CHECK(read.declared.published->source == postil::schema::DateSource::kManifest);
  CHECK(read.declared.url == "https://example.org/a");
  CHECK(read.declared.tags == std::vector<std::string>{"x", "law"});
  CHECK(read.declared.standfirst == "Short.");
  REQUIRE(read.comments.size() == 2);
  CHECK(read.comments[0].author == "cy");
  CHECK(to_string(*read.comments[0].published) == "2024-03-21");
  CHECK(read.comments[1].parent_id == "7");
  CHECK(read.comments[1].author.empty());
}

TEST_CASE("a value of the wrong type is told, and what stands beside it is read") {
  const auto told = [](std::string_view json) {
    auto read = read_json_article(json);
    REQUIRE(read.has_value());
    std::string all;
    for (const std::string& doubt : read->doubts) all += doubt + "\n";
    return all;
  };
  CHECK(told(R"({"title":["A","B"],"headline":"C","text":"x"})") ==
        "'title' is a list where a text is expected: not read\n");
  CHECK(told(R"({"text":{"blocks":[1]},"title":"x"})") ==
        "'text' is an object where a text or a list of paragraphs is expected: not read\n");
  CHECK(told(R"({"text":["x",{"kind":"image"},["y"]]})") ==
        "'text' has 1 item of an unknown form: not read\n");
  CHECK(told(R"({"text":"x","authors":7,"author":{"first":"Ann"}})") ==
        "'authors' is a number where a name is expected: not read\n"
        "'author' is an object where a name is expected: not read\n");
  CHECK(told(R"({"text":"x","authors":["Ann",{"id":3}]})") ==
        "'authors' has 1 item of an unknown form: not read\n");
  CHECK(told(R"({"text":"x","date":{"on":1},"tags":{"a":1},"url":true})") ==
        "'url' is true or false where a text is expected: not read\n"
        "'date' is an object where a text or number is expected: not read\n"
        "'tags' is an object where a list of tags is expected: not read\n");
  CHECK(told(R"({"text":"x","comments":"none"})") ==
        "'comments' is a text, not a list: not read\n");
  CHECK(told(R"({"text":"x","comments":[{"text":"a","user":{"id":1}},)"
             R"({"text":"b","user":{"id":2},"replies":{"data":1}}]})") ==
        "a comment: 'replies' is an object, not a list: not read\n"
        "2 comments: 'user' is an object where a text is expected: not read\n");
  // What counts comments, or says that there are none, is no mistake.
  CHECK(told(R"({"text":"x","comments":3,"title":false,"authors":null,"tags":[]})").empty());
}

TEST_CASE("values in lists and objects of their own are read") {
  const RawArticle read = article(
      R"({"_id":{"$oid":"5f"},"title":{"rendered":"T &amp; &#8217;U"},"content":{"rendered":"x"},)"
      R"("date":{"$date":"2024-03-20T10:00:00Z"},"language":["en"],"author":[["Ann"]],)"
      R"("comments":[{"text":"a","user":{"login":"joe"}}]})");
  CHECK(read.own_id == "5f");
  CHECK(read.declared.title == "T & ’U");
  CHECK(std::get<BodyText>(read.content).text == "x");
  CHECK(to_string(read.declared.published->date) == "2024-03-20");
  CHECK(read.declared.language == "en");
  CHECK(read.declared.authors == std::vector<std::string>{"Ann"});
  CHECK(read.comments.at(0).author == "joe");
}

TEST_CASE("other names for the same things are known") {
  const RawArticle read = article(
      R"({"_id":12,"headline":"T","article_text":["One.","Two."],"author":{"name":"Ann Lee"},)"
      R"("source":"The Gazette","published_date":1710928800,"article_url":"http://example.o",)"
      R"("lang":"de","keywords":["a","a",{"name":"b"}]})");
  CHECK(read.own_id == "12");
  CHECK(std::get<BodyText>(read.content).text == "One.\n\nTwo.");
  CHECK(read.declared.authors == std::vector<std::string>{"Ann Lee"});
  CHECK(to_string(read.declared.published->date) == "2024-03-20");
  CHECK(read.declared.tags == std::vector<std::string>{"a", "b"});
}

TEST_CASE("dates come in many forms and a doubtful one is told") {
  CHECK(published("\"2024-03\"") == "2024-03");
  CHECK(published("\"Wed, 20 Mar 2024 10:00:00 +0200\"") == "2024-03-20");
  CHECK(published("\"March 20, 2024\"") == "2024-03-20");
  CHECK(published("1710928800000") == "2024-03-20");
  CHECK(published("1710928800.5") == "2024-03-20");
  CHECK(published("2024") == "2024");
  CHECK(published("null") == "none");
  CHECK(published("\"\"") == "none");
  CHECK(published("[]") == "none");
  const auto doubtful = read_json_article(R"({"text":"x","date":"03/04/2024"})");
  CHECK(doubtful->doubts.size() == 1);
}

TEST_CASE("text that is plainly HTML becomes paragraphs") {
  const RawArticle read = article(
      R"({"text":"<p>One.</p><p>Two &amp; three.</p>","comments":[{"text":"<p>a</p><p>b</p>"}]})");
  const auto& body = std::get<MarkedBody>(read.content);
  REQUIRE(body.paragraphs.size() == 2);
  CHECK(body.paragraphs[1].text == "Two & three.");
  CHECK(read.comments[0].text == "a\n\nb");
}

TEST_CASE("comments without ids may name their parent by its place, and answers may be nested") {
  const RawArticle by_place =
      article(R"({"text":"x","comments":[{"text":"a"},{"text":"b","parent":1},"c"]})");
  REQUIRE(by_place.comments.size() == 3);
  CHECK(by_place.comments[0].own_id == "1");
  CHECK(by_place.comments[1].parent_id == "1");
  const RawArticle nested =
      article(R"({"text":"x","comments":[{"text":"a","replies":[{"body":"b","replies":["c"]}]}]})");
  REQUIRE(nested.comments.size() == 3);
  CHECK(nested.comments[2].parent_id == nested.comments[1].own_id);
  const RawArticle flat =
      article(R"({"text":"x","comments":[{"text":"a"},{"text":"b","parent":null}]})");
  CHECK(flat.comments[0].own_id.empty());
}

TEST_CASE("what programs write that is not JSON is forgiven") {
  CHECK(article(R"({"text":"a","id":NaN,"date":-Infinity})").own_id.empty());
  CHECK(std::get<BodyText>(article(R"({"text":"\ud83d \ude00 \ud83d\ude00 NaN"})").content).text ==
        "\xEF\xBF\xBD \xEF\xBF\xBD 😀 NaN");
  CHECK(std::get<BodyText>(article("{\"text\":\"a\tb\"}").content).text == "a b");
  CHECK(std::get<BodyText>(article("{\"text\":\"caf\xe9\"}").content).text == "caf\xEF\xBF\xBD");
}

TEST_CASE("what is no article is an error, not a crash") {
  for (const char* json :
       {"", "{", "[1,2]", "\"text\"", "{\"text\":}", "{\"text\":\"a\"} {", "nul"}) {
    CAPTURE(json);
    CHECK_FALSE(read_json_article(json).has_value());
  }
  std::string deep = "{\"text\":";
  for (int i = 0; i < 100'000; ++i) deep += "[";
  CHECK(read_json_article(deep).error().message.find("deeper") != std::string::npos);
  CHECK(too_much("[" + std::string(5'000'000, ',') + "]").has_value());
  CHECK_FALSE(too_much("\"" + std::string(5'000'000, ',') + "\"").has_value());
  CHECK_FALSE(read_json_article(R"({"text":5,"title":[],"comments":"none","authors":7})")
                  ->article.declared.title.size());
}

TEST_CASE("keys that are not known cost nothing and change nothing") {
  std::string json = "{\"vector\":[";
  for (int i = 0; i < 100'000; ++i) json += "0.125,";
  json += "0],\"nested\":{\"text\":\"wrong\",\"title\":\"wrong\"},\"text\":\"right\"}";
  const RawArticle read = article(json);
  CHECK(std::get<BodyText>(read.content).text == "right");
  CHECK(read.declared.title.empty());
}

TEST_CASE("lines are articles, named by their ids or else by their numbers") {
  const Collected read =
      read_with(kJsonLinesReader,
                "\xEF\xBB\xBF{\"id\":\"x\",\"text\":\"a\"}\r\n\n{\"text\":\"b\"}\n"
                "{\"id\":\"x\",\"text\":\"c\"}\n{\"id\":\"x\",\"text\":\"d\"}\n"
                "{\"id\":\"x~2\",\"text\":\"e\"}");
  REQUIRE(read.articles.size() == 5);
  CHECK(read.articles[0].fragment == "x");
  CHECK(read.articles[1].fragment == "3");
  CHECK(read.articles[1].own_id.empty());
  CHECK(read.articles[2].fragment == "x~2");
  CHECK(read.articles[2].own_id == "x");
  CHECK(read.articles[3].fragment == "x~3");
  CHECK(read.articles[4].fragment == "x~2~2");
  CHECK(read.findings.size() == 3);
  CHECK(read.has("repeated-id"));
}

TEST_CASE("a bad line is told by its number and the rest is read") {
  const Collected read = read_with(
      kJsonLinesReader, "{\"text\":\"a\"}\n{\"text\":\n{}\n{\"text\":\"b\",\"date\":\"soon\"}\n");
  CHECK(read.articles.size() == 2);
  CHECK(read.told().find("bad-line: Line 2") != std::string::npos);
  CHECK(read.told().find("empty-line: Line 3") != std::string::npos);
  CHECK(read.told().find("doubtful-line: Line 4") != std::string::npos);
}

TEST_CASE("a thousand bad lines are told in twenty-one findings") {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "{\n";
  const Collected read = read_with(kJsonLinesReader, text);
  CHECK(read.findings.size() == 21);
  CHECK(read.findings.back().detail == "980 more lines like these");
}

TEST_CASE("a line longer than the bound is skipped and told") {
  std::string text = "{\"text\":\"a\"}\n{\"text\":\"" + std::string(kLongestJsonLine, 'x') +
                     "\"}\n{\"text\":\"b\"}\n";
  const Collected read = read_with(kJsonLinesReader, std::move(text));
  CHECK(read.articles.size() == 2);
  CHECK(read.told().find("too-large: Line 2 has 67.1 MB") != std::string::npos);
}

TEST_CASE("a file of blank lines is empty") {
  CHECK(read_with(kJsonLinesReader, "\n\n  \n").has("empty"));
  CHECK(read_with(kJsonLinesReader, "").has("empty"));
}
