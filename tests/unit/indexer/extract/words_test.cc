#include "indexer/extract/words.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

using postil::index::page_words;
using postil::index::PageWord;
using postil::index::PageWords;

namespace {

std::vector<std::string> folded(std::string_view text) {
  std::vector<std::string> words;
  for (const PageWord& word : page_words(text)) {
    words.emplace_back(word.folded);
  }
  return words;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words are cut at apostrophes and hyphens and folded") {
  CHECK(folded("L’auteur — Très-Bien!") == Words{"l", "auteur", "tres", "bien"});
  CHECK(folded("") == Words{});
  CHECK(folded("…!?") == Words{});
}

TEST_CASE("a count with a thousands mark is one number, a date is three") {
  CHECK(folded("1.977 commentaires") == Words{"1.977", "commentaires"});
  CHECK(page_words("1,977 comments").front().is_number);
  CHECK(folded("07.08.09") == Words{"07", "08", "09"});
  CHECK(folded("1.9771") == Words{"1", "9771"});
}

TEST_CASE("a thousands mark is told by the character behind the number, not by its first byte") {
  CHECK(folded("1.977\u00A0Kommentare") == Words{"1.977", "kommentare"});
  CHECK(folded("1.977…1,977–1.977»1.977\u202F€") == Words{"1.977", "1,977", "1.977", "1.977"});
  CHECK(folded("1.977é") == Words{"1", "977e"});
  CHECK(folded("1.977א") == Words{"1", "977א"});
}

TEST_CASE("a count that has lost its space is parted from its word, an ordinal is not") {
  CHECK(folded("52Comments") == Words{"52", "comments"});
  CHECK(folded("24th 5pm 10h30 2d") == Words{"24th", "5pm", "10h30", "2d"});
}

TEST_CASE("a word begins in one script and ends in another, and marks belong to it") {
  CHECK(folded("naïve Ünite éa aé x́y") == Words{"naive", "unite", "ea", "ae", "xy"});
  CHECK(folded("Ёлка 5é a1b2") == Words{"елка", "5e", "a1b2"});
  CHECK(folded("a.b,c 1,5 12,345.678 x1,234") ==
        Words{"a", "b", "c", "1", "5", "12,345", "678", "x1", "234"});
}

TEST_CASE("words keep their folded forms when they move") {
  PageWords words = page_words("Été THE end");
  const PageWords moved = std::move(words);
  REQUIRE(moved.size() == 3);
  CHECK(moved[0].folded == "ete");
  CHECK(moved[1].folded == "the");
  CHECK(moved[2].folded == "end");
}

TEST_CASE("a word knows its bytes") {
  const std::string_view text = "«Où» est";
  const PageWords words = page_words(text);
  REQUIRE(words.size() == 2);
  CHECK(text.substr(words[0].begin, words[0].end - words[0].begin) == "Où");
  CHECK(words[0].is_upper);
  CHECK_FALSE(words[1].is_upper);
}
