#include "query/output/page.h"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <vector>

#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

std::string wrapped(std::string_view text, int width, Indent indent = {}) {
  std::string out;
  Page(out, width, false).wrapped(Line().add(text), indent);
  return out;
}

std::vector<std::string> rows_of(const std::string& text) {
  std::vector<std::string> rows;
  std::istringstream in(text);
  for (std::string row; std::getline(in, row);) rows.push_back(row);
  return rows;
}

TEST_CASE("rows break at spaces, which are not written there") {
  CHECK(wrapped("the parties met again in the spring", 20) ==
        "the parties met\nagain in the spring\n");
  CHECK(wrapped("12345678901234567890 next", 20) == "12345678901234567890\nnext\n");
  CHECK(wrapped("1234567890123456789    next", 20) == "1234567890123456789\nnext\n");
}

TEST_CASE("an empty line is one row") { CHECK(wrapped("", 20) == "\n"); }

TEST_CASE("the first row and the others have their own margins") {
  CHECK(wrapped("the parties met again", 20, {2, 4}) == "  the parties met\n    again\n");
}

TEST_CASE("a word that is longer than a row is broken inside") {
  CHECK(wrapped("a 1234567890123456789012345", 20) == "a\n12345678901234567890\n12345\n");
}

TEST_CASE("scripts without spaces break between letters") {
  CHECK(wrapped("停戦交渉は再開された。合意なし", 20) == "停戦交渉は再開され\nた。合意なし\n");
  CHECK(wrapped("停戦交渉は再開されると。合意", 22) == "停戦交渉は再開される\nと。合意\n");
}

TEST_CASE("a combining mark stays in the row of its letter") {
  const std::string text = "1234567890123456789e\u0301 next";
  CHECK(wrapped(text, 20) == "1234567890123456789e\u0301\nnext\n");
}

TEST_CASE("no-break spaces do not break") {
  CHECK(wrapped("twelve letters, 20\u00A0000\u00A0men", 20) ==
        "twelve letters,\n20\u00A0000\u00A0men\n");
}

TEST_CASE("running text stays narrower than a wide terminal") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  for (const std::string& row : rows_of(wrapped(text, 200))) CHECK(row.size() <= 100);
}

TEST_CASE("a useless width is not taken at its word") {
  CHECK(wrapped("the parties met", 0) == "the parties met\n");
  CHECK(wrapped("the parties met", -5) == "the parties met\n");
}

TEST_CASE("no row is wider than asked and no letter is lost, whatever the text") {
  static constexpr std::string_view kPieces[] = {
      "word", " ", "  ", "停", "。", "e\u0301", "สวัสดี", "-", "(", "\u3000", "longlonglonglong"};
  std::mt19937 random(11);
  for (int round = 0; round < 3000; ++round) {
    std::string text = "x";
    for (int i = 0; i < 30; ++i) text += kPieces[random() % std::size(kPieces)];
    std::string without_spaces;
    const int width = 20 + static_cast<int>(random() % 30);
    for (const std::string& row : rows_of(wrapped(text, width, {2, 7}))) {
      REQUIRE(columns(row) <= width);
      without_spaces += row;
    }
    const auto strip = [](std::string_view all) {
      std::string kept;
      for (std::size_t at = 0; at < all.size(); ++at) {
        if (all[at] == ' ') continue;
        if (all.substr(at, 3) == "\u3000") {
          at += 2;
          continue;
        }
        kept += all[at];
      }
      return kept;
    };
    REQUIRE(strip(without_spaces) == strip(text));
  }
}

TEST_CASE("styles are escape sequences only with colour, and end with the row") {
  Line line;
  line.add("the ").add("treaty", Style::kMatch).add(" ends");
  std::string plain;
  Page(plain, 80, false).wrapped(line);
  CHECK(plain == "the treaty ends\n");
  std::string coloured;
  Page(coloured, 80, true).wrapped(line);
  CHECK(coloured == "the \x1b[1;31mtreaty\x1b[0m ends\n");
}

TEST_CASE("a style that spans a row's end is taken up on the next") {
  std::string out;
  Page(out, 20, true).wrapped(Line().add("twelve letters in red", Style::kTitle));
  CHECK(out == "\x1b[1mtwelve letters in\x1b[0m\n\x1b[1mred\x1b[0m\n");
}

TEST_CASE("what is put on a line is made safe") {
  std::string out;
  Page(out, 80, true).unbroken(Line().add("a\x1b[31mb\nc"));
  CHECK(out == "a␛[31mb c\n");
}

TEST_CASE("padding reaches a column and never glues") {
  CHECK(Line().add("ab").pad_to(5).width() == 5);
  CHECK(Line().add("abcdef").pad_to(5).width() == 7);
  CHECK(Line().pad_to(0).width() == 0);
}

}  // namespace
}  // namespace postil::query
