#include "indexer/extract/blocks.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/extract/wrap.h"

using namespace postil::index;

namespace {

std::vector<Block> blocks_of(const std::string& text) {
  const std::vector<Line> lines = split_lines(text);
  return make_blocks(lines, measure_layout(lines));
}

std::vector<std::string> texts_of(const std::string& text) {
  std::vector<std::string> texts;
  for (const Block& block : blocks_of(text)) {
    texts.push_back(block.text);
  }
  return texts;
}

}  // namespace

TEST_CASE("paragraphs broken at any usual width come together again, whatever separates them") {
  for (const std::size_t width : {40U, 60U, 65U, 72U, 78U, 80U, 100U, 132U}) {
    for (const char* separator : {"\n\n", "\n    ", "\n"}) {
      CAPTURE(width);
      CAPTURE(separator);
      std::string page;
      for (const std::string& paragraph : essay()) {
        const bool indented = std::string(separator) == "\n    ";
        page += (page.empty() ? "" : indented ? "\n" : separator);
        page += wrap(paragraph, width, indented ? 4 : 0);
      }
      // Without blank lines and indents only a short last line ends a paragraph.
      const std::vector<std::string> texts = texts_of(page);
      if (std::string(separator) != "\n" || texts.size() == essay().size()) {
        CHECK(texts == essay());
      } else {
        CHECK(texts.size() < essay().size() + 1);
      }
    }
  }
}

TEST_CASE("where a line is a paragraph, lines stay apart") {
  const std::string page = essay()[0] + "\n" + essay()[1] + "\n" + essay()[2];
  CHECK(texts_of(page) == essay());
}

TEST_CASE("verse stays in lines") {
  const std::string verse =
      "The river keeps no minutes of the talks,\nThe bridge has not been asked to sign,\n"
      "And yet they meet here, and the water walks\nBetween them, undecided, down the line.";
  CHECK(texts_of(verse).size() == 4);
}

TEST_CASE("markers are told from numbers and dashes in prose") {
  const std::vector<Block> blocks = blocks_of(
      "3. Third item\n\n12) Twelfth item\n\n1914. The war began.\n\n3.5 million people\n\n• A "
      "point\n\n"
      "> Quoted\n\n## Heading\n\n#NATO\n\n– Dash of a speaker");
  REQUIRE(blocks.size() == 9);
  CHECK(blocks[0].marker == Marker::kNumber);
  CHECK(blocks[0].number == 3);
  CHECK(blocks[0].text == "Third item");
  CHECK(shown_text(blocks[0]) == "3. Third item");
  CHECK(blocks[1].number == 12);
  CHECK(blocks[2].marker == Marker::kNone);
  CHECK(blocks[3].marker == Marker::kNone);
  CHECK(blocks[4].marker == Marker::kBullet);
  CHECK(blocks[5].marker == Marker::kQuote);
  CHECK(blocks[6].hashes == 2);
  CHECK(blocks[6].text == "Heading");
  CHECK(blocks[7].hashes == 0);
  CHECK(blocks[8].marker == Marker::kNone);
}

TEST_CASE("the lines of a wrapped list item hang together and items stay apart") {
  std::string page = wrap(essay()[0], 60) + "\n\n";
  page +=
      "  1. The first thing to be said about the matter is that no\n"
      "     two of the letters were written on the same day.\n"
      "  2. The second is that they were written in different rooms\n"
      "     of the same house.\n";
  const std::vector<Block> blocks = blocks_of(page + "\n" + wrap(essay()[1], 60));
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[1].text ==
        "The first thing to be said about the matter is that no two of the letters were written on "
        "the same day.");
  CHECK(blocks[2].number == 2);
}

TEST_CASE("a year that falls at the start of a wrapped line starts no list") {
  const std::string sentence =
      "The first conference met in the autumn of the year 1806. The second did not meet until the "
      "spring of 1814. Nobody who had been at the one was at the other, save a cook and in the end "
      "of 31. March the clerk who had kept the books, and who had kept them badly from the first.";
  for (std::size_t width = 40; width < 80; ++width) {
    CAPTURE(width);
    CHECK(texts_of(wrap(sentence, width)).size() == 1);
  }
}
