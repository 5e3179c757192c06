#include "indexer/extract/features.h"

#include <doctest/doctest.h>

#include <string>

using namespace postil::index;

namespace {

Features of(const std::string& text) {
  Block block;
  block.text = text;
  return describe(block, cue_languages("en"));
}

}  // namespace

TEST_CASE("a heading of comments tells their count, thousands or none") {
  CHECK(of("3 comments").comments_told == 3);
  CHECK(of("1,977 comments").comments_told == 1977);
  CHECK(of("Comments (0)").comments_told == 0);
  CHECK(of("Comments").comments_told == -1);
}

TEST_CASE("cues are looked for in short blocks only, words are told of any") {
  const Wording line = read_wording("Leave a reply", cue_languages("en"));
  CHECK(line.words.size() == 3);
  CHECK_FALSE(line.cues.empty());
  std::string long_text;
  while (long_text.size() <= kLongBlock) long_text += "Leave a reply ";
  const Wording long_block = read_wording(long_text, cue_languages("en"));
  CHECK(long_block.words.size() > 300);
  CHECK(long_block.cues.empty());
}
