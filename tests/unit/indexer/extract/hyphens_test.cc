#include "indexer/extract/hyphens.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using postil::index::Hyphenation;
using postil::index::Line;
using postil::index::split_lines;

namespace {

std::string joined(const std::string& page, std::string first, std::string_view second) {
  const std::vector<Line> lines = split_lines(page);
  Hyphenation(lines).join(first, second);
  return first;
}

}  // namespace

TEST_CASE("a broken word is made whole when the page has the whole word") {
  CHECK(joined("the negotia-\ntions began\nThese negotiations failed", "the negotia-",
               "tions began") == "the negotiations began");
}

TEST_CASE("a hyphen that the page does not prove to be a break stays") {
  CHECK(joined("a cast-\niron promise", "a cast-", "iron promise") == "a cast-iron promise");
}

TEST_CASE("a hyphen that stands for a word to come keeps its space") {
  CHECK(joined("pre-\nand postwar", "pre-", "and postwar") == "pre- and postwar");
  CHECK(joined("Vor-\nund Nachteile", "Vor-", "und Nachteile") == "Vor- und Nachteile");
}

TEST_CASE("a soft hyphen always goes, a dash never") {
  CHECK(joined("x", "negotia\u00AD", "tions") == "negotiations");
  CHECK(joined("he left --\nand returned", "he left --", "and returned") ==
        "he left -- and returned");
  CHECK(joined("Anglo-\nFrench", "Anglo-", "French") == "Anglo- French");
}
