// Limits, options and mistakes; how questions are read is in tests/golden/queries.txt.

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "query/parse/parser.h"

namespace postil::query {
namespace {

std::variant<Node, QueryError> read(std::string_view question, bool any = false) {
  text::Analyser analyser;
  return parse(question, {any, {2024, 3, 20}}, analyser);
}

QueryError mistake(std::string_view question) {
  const auto result = read(question);
  REQUIRE(std::holds_alternative<QueryError>(result));
  return std::get<QueryError>(result);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST_CASE("a question of nothing but space is the empty question") {
  for (const std::string_view question : {"", " ", "\t\n", "\u00A0\u3000"}) {
    const auto result = read(question);
    REQUIRE(std::holds_alternative<Node>(result));
    CHECK(std::get<Node>(result) == Node{AllNode{}});
  }
}

TEST_CASE("a hundred groups may be nested, and one more is a mistake at its parenthesis") {
  CHECK(std::holds_alternative<Node>(read(repeated("(", 100) + "a" + repeated(")", 100))));
  const QueryError error = mistake(repeated("(", 101) + "a" + repeated(")", 101));
  CHECK(error.column == 101);
  CHECK(error.message.find("100 deep") != std::string::npos);
  CHECK(mistake(repeated("(", 60'000)).column == 101);
  CHECK(mistake(repeated("-(", 30'000)).column == 202);
}

TEST_CASE("a hundred NOTs may be nested, and one more is a mistake at its place") {
  CHECK(std::holds_alternative<Node>(read(repeated("NOT ", 100) + "a")));
  CHECK(mistake(repeated("NOT ", 101) + "a").column == 401);
  CHECK(mistake(repeated("NOT ", 10'000)).column == 401);
}

TEST_CASE("any number of groups may stand side by side") {
  CHECK(std::holds_alternative<Node>(read(repeated("((a))", 900))));
  CHECK(std::holds_alternative<Node>(read(repeated("(NOT a) OR ", 900) + "b")));
}

TEST_CASE("a question of more than 64 KiB is a mistake where it becomes too long") {
  CHECK(std::holds_alternative<Node>(read("a" + std::string(kMaxQuestionBytes - 1, ' '))));
  CHECK(mistake("a" + std::string(kMaxQuestionBytes, ' ')).column == kMaxQuestionBytes + 1);
  CHECK(mistake(repeated("(", 100'000)).column == kMaxQuestionBytes + 1);
  CHECK(mistake(repeated("é", 40'000)).column == kMaxQuestionBytes / 2 + 1);
}

TEST_CASE("a thousand words may be asked for, and one more is a mistake at its place") {
  CHECK(std::holds_alternative<Node>(read(repeated("a ", 1000))));
  CHECK(mistake(repeated("a ", 1001)).column == 2001);
  CHECK(mistake("b \"" + repeated("a ", 1000) + "\"").column == 3);
  CHECK(mistake(repeated("tag:a ", 1001)).column == 6005);
  CHECK(mistake(repeated("date:2022 ", 1001)).column == 10'006);
}

TEST_CASE("choices beside NEAR are multiplied out to a hundred, and no further") {
  CHECK(std::holds_alternative<Node>(
      read("(" + repeated("a OR ", 9) + "b) NEAR (" + repeated("c OR ", 9) + "d)")));
  const QueryError error =
      mistake("x (" + repeated("a OR ", 10) + "b) NEAR (" + repeated("c OR ", 9) + "d)");
  CHECK(error.message.find("combinations") != std::string::npos);
  const std::string phrase = "\"" + repeated("a ", 60) + "\"";
  CHECK(mistake("(" + phrase + " OR b) NEAR (" + repeated("c OR ", 40) + "d)")
            .message.find("1000 words") != std::string::npos);
}

TEST_CASE("a column counts code points, not bytes") {
  CHECK(mistake("Київ „мир“ (").column == 12);
  CHECK(mistake("😀 \"peace").column == 3);
}

TEST_CASE("of several mistakes the first is told") {
  CHECK(mistake("peace ) autor:x \"").column == 7);
  CHECK(mistake("autor:x ( \"").column == 1);
  CHECK(mistake("date:2022-13 AND").column == 6);
}

TEST_CASE("ages count back from the day that the options name, else from today") {
  const auto result = read("since:2w");
  CHECK(std::get<Node>(result) == Node{DateNode{PartialDate{2024, 3, 6}, std::nullopt}});
  text::Analyser analyser;
  const PartialDate before = today();
  const auto now = parse("since:0d", {}, analyser);
  const auto* date = std::get_if<DateNode>(&std::get<Node>(now).is);
  REQUIRE(date != nullptr);
  CHECK(*date->from >= before);
  CHECK(*date->from <= today());
}

TEST_CASE("field names are known in any case and by their aliases") {
  for (const std::string_view name : {"author", "AUTHOR", "Author", "by", "By"}) {
    CAPTURE(name);
    CHECK(std::get<Node>(read(std::string(name) + ":x")) == std::get<Node>(read("author:x")));
  }
  for (const schema::Field& field : schema::kFields) {
    CAPTURE(field.example);
    CHECK(std::holds_alternative<Node>(read(field.example)));
  }
}

TEST_CASE("every mistake says what to write instead") {
  for (const std::string_view question : {"foo:x", "\"", "(", ")", "()", "AND", "a NEAR/0 b",
                                          "date:x", "kind:x", "a~7", "\"a b\"~999"}) {
    const QueryError error = mistake(question);
    CAPTURE(question);
    CHECK(error.column >= 1);
    CHECK_FALSE(error.message.empty());
    CHECK_FALSE(error.message.ends_with("."));
    CHECK_FALSE(error.hint.empty());
  }
}

}  // namespace
}  // namespace postil::query
