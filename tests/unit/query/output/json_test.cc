// The JSON is what docs/json.md and docs/answer.schema.json say.
#include <doctest/doctest.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "core/text/utf8.h"
#include "query/output/json_writer.h"
#include "query/output/output.h"
#include "tests/support/schema_checker.h"
#include "tests/unit/query/output/sample_answer.h"

namespace postil::query {
namespace {

using Json = nlohmann::json;

std::string printed(const Answer& answer, std::string_view format = "json",
                    std::string_view question_id = "") {
  OutputOptions options;
  options.question_id = question_id;
  std::string out;
  find_output(format)->print(answer, options, out);
  return out;
}

std::vector<std::string> breaches_of(const Json& value) {
  return test::breaches_of(value.dump(), "answer.schema.json");
}

using Breaches = std::vector<std::string>;

TEST_CASE("answers of every kind keep the schema") {
  CHECK(breaches_of(Json::parse(printed(testing::sample_answer()))) == Breaches{});
  CHECK(breaches_of(Json::parse(printed(testing::empty_answer()))) == Breaches{});
  CHECK(breaches_of(Json::parse(printed(Answer{}))) == Breaches{});
}

TEST_CASE("the schema check finds what is missing, wrong or undocumented") {
  Json value = Json::parse(printed(testing::sample_answer()));
  value["results"][0].erase("title");
  value["results"][1]["outlet"] = "";
  value["total"]["articles"] = "57";
  value["facets"]["mood"] = Json::array();
  value["more"] = 1;
  CHECK(breaches_of(value).size() == 5);
}

TEST_CASE("every facet of the schema table may stand in the JSON") {
  Answer answer;
  for (const schema::Field& field : schema::kFields) {
    if (field.is_facet()) answer.facets.push_back({field.id, {{"x", 1, 1, false}}, 0});
  }
  CHECK(breaches_of(Json::parse(printed(answer))) == Breaches{});
}

TEST_CASE("every key is explained in docs/json.md") {
  const std::string manual = test::document("json.md");
  const std::function<void(const Json&)> check = [&](const Json& value) {
    for (const auto& item : value.items()) {
      const std::string& key = item.key();
      if (value.is_object()) CHECK_MESSAGE(manual.find("`" + key + "`") != std::string::npos, key);
      if (item.value().is_structured()) check(item.value());
    }
  };
  check(Json::parse(printed(testing::sample_answer())));
  check(Json::parse(printed(testing::empty_answer())));
}

TEST_CASE("what is unknown is null") {
  const Json result = Json::parse(printed(testing::sample_answer()))["results"][1];
  for (const char* key : {"title", "outlet", "published", "language", "url", "own_id"}) {
    CHECK(result[key].is_null());
  }
  CHECK(result["authors"] == Json::array());
  CHECK(Json::parse(printed(Answer{}))["total"]["occurrences"].is_null());
  CHECK(Json::parse(printed(Answer{}))["spelling"].is_null());
}

TEST_CASE("highlights are code points, not bytes") {
  const Json result = Json::parse(printed(testing::sample_answer()))["results"][0];
  CHECK(result["passages"][0]["highlights"] == Json::parse("[[15,21],[37,43]]"));
  CHECK(result["title_highlights"] == Json::parse("[[4,10]]"));
}

TEST_CASE("highlights of random text cut out what they cut out in bytes") {
  std::mt19937 random(3);
  const std::u32string alphabet = U"aé語😀 ж";
  for (int round = 0; round < 500; ++round) {
    Passage passage;
    std::vector<std::size_t> starts;
    for (int i = 0; i < 60; ++i) {
      starts.push_back(passage.text.size());
      text::append_code_point(alphabet[random() % alphabet.size()], passage.text);
    }
    std::vector<std::pair<std::size_t, std::size_t>> expected;
    for (std::size_t i = random() % 5; i + 4 < starts.size(); i += 5 + random() % 9) {
      passage.highlights.push_back(
          {static_cast<std::uint32_t>(starts[i]), static_cast<std::uint32_t>(starts[i + 4])});
      expected.emplace_back(i, i + 4);
    }
    Answer answer;
    answer.results = {testing::unknown_article()};
    answer.results[0].passages = {passage};
    const Json json = Json::parse(printed(answer));
    REQUIRE(json["results"][0]["passages"][0]["highlights"] == Json(expected));
  }
}

TEST_CASE("any bytes make valid JSON without a control character") {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 30; ++i) bytes += static_cast<char>(random());
    bytes += "\u009b\u202e\u2028\"\\";
    std::string out;
    JsonWriter(out).string(bytes);
    REQUIRE(text::is_valid_utf8(out));
    REQUIRE(Json::parse(out).get<std::string>() == text::to_valid_utf8(bytes));
    for (std::size_t at = 0; at < out.size();) {
      const char32_t c = text::next_code_point(out, at);
      REQUIRE(c >= 0x20);
      REQUIRE((c < 0x7F || c > 0x9F));
    }
  }
}

TEST_CASE("numbers that JSON does not have are null") {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  json.number(1.0 / 0.0);
  json.number(0.5);
  json.number(std::uint64_t{18446744073709551615U});
  json.end_array();
  CHECK(out == "[null,0.5,18446744073709551615]");
}

TEST_CASE("JSON Lines are the results of the JSON, a line each") {
  const Answer answer = testing::sample_answer();
  const Json whole = Json::parse(printed(answer));
  std::istringstream lines(printed(answer, "jsonl"));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    CHECK(Json::parse(line) == whole["results"][count]);
  }
  CHECK(count == 2);
}

TEST_CASE("JSON Lines of a batch carry the question's id") {
  std::istringstream lines(printed(testing::sample_answer(), "jsonl", "q7"));
  for (std::string line; std::getline(lines, line);) CHECK(Json::parse(line)["qid"] == "q7");
}

TEST_CASE("a thousand results are all printed") {
  Answer answer = testing::sample_answer();
  answer.results.assign(1000, testing::known_article());
  CHECK(Json::parse(printed(answer))["results"].size() == 1000);
}

}  // namespace
}  // namespace postil::query
