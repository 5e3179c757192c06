#include "indexer/extract/page_parts.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using namespace postil::index;

TEST_CASE("the words of a huge page are told for every block, kept or not") {
  std::vector<Block> blocks;
  for (int i = 0; i < 4000; ++i) {
    Block block;
    for (int word = 0; word < 100; ++word) block.text += "Ferry" + std::to_string(i) + " ";
    blocks.push_back(std::move(block));
  }
  const PageParts page(std::move(blocks), 0);
  REQUIRE(page.features.size() == 4000);
  for (const std::size_t i : {0UL, 3999UL, 3998UL, 3999UL, 1UL}) {
    const Wording& wording = page.wording(i);
    REQUIRE(wording.words.size() == 100);
    CHECK(wording.words[99].folded == "ferry" + std::to_string(i));
    CHECK(page.features[i].words == 100);
  }
}
