#include "indexer/extract/lines.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using postil::index::Line;
using postil::index::split_lines;

TEST_CASE("blank lines are the distance between lines and not lines themselves") {
  const std::vector<Line> lines = split_lines("\n\nOne\nTwo\n \n\t\nThree");
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].text == "One");
  CHECK(lines[0].blank_before == 2);
  CHECK(lines[1].blank_before == 0);
  CHECK(lines[2].text == "Three");
  CHECK(lines[2].blank_before == 2);
}

TEST_CASE("an indent is counted in columns, a tab going to the next eighth") {
  const std::vector<Line> lines = split_lines("   a\n\tb\n  \tc\n\u00A0\u00A0d");
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].indent == 3);
  CHECK(lines[1].indent == 8);
  CHECK(lines[2].indent == 8);
  CHECK(lines[3].indent == 2);
}

TEST_CASE("white space of any kind and marks that show nothing are cut from the ends of a line") {
  const std::vector<Line> lines = split_lines("\uFEFFTitle\u00A0\u200B \n\u200B\u200B\n\u2003Text");
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].text == "Title");
  CHECK(lines[1].text == "Text");
  CHECK(lines[1].blank_before == 1);
}

TEST_CASE("a text without lines has none") {
  CHECK(split_lines("").empty());
  CHECK(split_lines("\n \n\t\n").empty());
}

TEST_CASE("more blank lines and a deeper indent than can be counted are held at the most") {
  const std::string text = std::string(70'000, '\n') + std::string(70'000, ' ') + "x";
  const std::vector<Line> lines = split_lines(text);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].blank_before == 65'535);
  CHECK(lines[0].indent == 65'535);
}
