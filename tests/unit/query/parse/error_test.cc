#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "core/text/utf8.h"
#include "query/parse/parser.h"
#include "query/parse/visible.h"

namespace postil::query {
namespace {

std::string described(std::string_view question) {
  text::Analyser analyser;
  const auto result = parse(question, {false, {2024, 3, 20}}, analyser);
  REQUIRE(std::holds_alternative<QueryError>(result));
  return describe(std::get<QueryError>(result), question);
}

// The line of the question and the one of the caret, without their indent.
struct Shown {
  std::string question;
  std::string caret;
};

Shown shown(std::string_view question, std::size_t column) {
  const std::string text = describe({column, "wrong", "mend it"}, question);
  const std::size_t first = text.find('\n') + 1;
  const std::size_t second = text.find('\n', first) + 1;
  const std::size_t third = text.find('\n', second) + 1;
  return {text.substr(first + 2, second - first - 3), text.substr(second + 2, third - second - 3)};
}

int width_of(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    width += cell_width(text::next_code_point(text, at));
  }
  return width;
}

TEST_CASE("a mistake is shown with its column, a caret below it and a hint") {
  CHECK(described("peace autor:roberts talks") ==
        "column 7: there is no field autor:\n"
        "  peace autor:roberts talks\n"
        "        ^\n"
        "  did you mean author:; to search for the words themselves, quote them:\n"
        "  \"autor:roberts\"");
}

TEST_CASE("the caret stands below the place whatever is wide or combining before it") {
  CHECK(shown("和平 AND", 4).caret == "     ^");
  CHECK(shown("e\u0301e\u0301 AND", 6).caret == "   ^");
  CHECK(shown("ＡＢ x", 4).caret == "     ^");
  CHECK(shown("a\u200Db x", 5).caret == "   ^");
}

TEST_CASE("a caret at a combining mark points at the character that carries it") {
  CHECK(shown("xe\u0301", 3).caret == " ^");
  CHECK(shown("\u0301", 1).caret == "^");
}

TEST_CASE("the caret may stand behind the end, and goes no further") {
  CHECK(shown("peace", 6).caret == "     ^");
  CHECK(shown("peace", 600).caret == "     ^");
  CHECK(shown("", 1).caret == "^");
}

TEST_CASE("characters that would disturb a terminal are shown by others") {
  CHECK(shown("a\x1B[31m\tb\x7F", 2).question == "a␛[31m␉b␡");
  CHECK(shown("a\u202Eb\u2066c\u0085d\u2028e", 1).question == "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  CHECK(described("title:\"x\" x\x1By:z").find('\x1B') == std::string::npos);
}

TEST_CASE("of a long question the part around the place is shown, 76 cells wide at most") {
  for (const std::string_view unit : {"abc ", "和平", "e\u0301 "}) {
    std::string question;
    for (int i = 0; i < 100; ++i) question += unit;
    const std::size_t length = text::count_code_points(question);
    for (std::size_t column = 1; column <= length + 1; ++column) {
      const Shown part = shown(question, column);
      CAPTURE(part.question);
      REQUIRE(width_of(part.question) <= 74);
      REQUIRE(width_of(part.question) >= 70);
      REQUIRE(width_of(part.caret) <= width_of(part.question) + 1);
    }
  }
}

TEST_CASE("the caret stands below the same character in a part as in the whole") {
  std::string question(200, 'x');
  question += '!';
  question += std::string(200, 'x');
  const Shown part = shown(question, 201);
  // Each … is three bytes and one cell; the first stands before the place.
  CHECK(part.question.find('!') - 2 == part.caret.size() - 1);
  CHECK(part.question.starts_with("…"));
  CHECK(part.question.ends_with("…"));
}

TEST_CASE("a question as long as a book is described at once") {
  const std::string question(1'000'000, '(');
  const std::string text = described(question);
  CHECK(text.size() < 400);
  CHECK(text.starts_with("column 65537: "));
}

}  // namespace
}  // namespace postil::query
