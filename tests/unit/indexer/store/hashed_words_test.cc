#include "indexer/store/hashed_words.h"

#include <doctest/doctest.h>

#include <string>

namespace postil::index {
namespace {

std::string text_of(std::size_t words) {
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += "peace ";
  return text;
}

TEST_CASE("Memory is kept from text to text, but not that of a huge one") {
  text::Analyser analyser;
  HashedWords words;
  words.read(analyser, text_of(10'000));
  const std::size_t usual = words.memory();
  words.read(analyser, text_of(10));
  CHECK(words.memory() == usual);
  words.read(analyser, text_of(1'000'000));
  CHECK(words.size() == 1'000'000);
  CHECK(words[999'999] == "peace");
  CHECK(words.memory() > 10'000'000);
  words.read(analyser, text_of(10));
  CHECK(words.size() == 10);
  CHECK(words.memory() < 100'000);
}

}  // namespace
}  // namespace postil::index
