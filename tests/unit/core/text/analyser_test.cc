#include "core/text/analyser.h"

#include <doctest/doctest.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "core/text/fold.h"
#include "tests/support/parted.h"
#include "tests/support/random.h"

using namespace postil::text;
using postil::test::Random;

namespace {

// The words of ASCII text straight from ICU, as the fast path must find them; ICU 72 alone takes
// the at sign for a letter.
std::vector<std::string> words_by_icu(std::string text) {
  std::replace(text.begin(), text.end(), '@', ' ');
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  breaks->setText(wide);
  std::vector<std::string> words;
  for (int begin = breaks->first(), end = breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaks->next()) {
    if (breaks->getRuleStatus() < UBRK_WORD_NUMBER) continue;
    std::string word;
    wide.tempSubStringBetween(begin, end).toUTF8String(word);
    const auto first = word.find_first_not_of('_');
    if (first == std::string::npos) continue;
    postil::test::add_parted(fold(word.substr(first, word.find_last_not_of('_') - first + 1)),
                             words);
  }
  return words;
}

}  // namespace

TEST_CASE("words are folded and know their bytes") {
  Analyser analyser;
  const std::string text = "“Ukraine’s” so-called 3.5% Erdoğan_ plan";
  WordStream stream(analyser, text);
  std::vector<std::pair<std::string, std::string>> seen;
  for (Word word; stream.next(word);) {
    seen.emplace_back(word.term, text.substr(word.begin, word.end - word.begin));
  }
  const std::vector<std::pair<std::string, std::string>> expected = {
      {"ukraine's", "Ukraine’s"}, {"so", "so"},    {"called", "called"}, {"3.5", "3.5"},
      {"erdogan", "Erdoğan"},     {"plan", "plan"}};
  CHECK(seen == expected);
}

TEST_CASE("underscores at the ends of a word are emphasis, inside they are part of it") {
  Analyser analyser;
  CHECK(analyser.words("_peace_ __talks__ ___ snake_case _é_ @é @NATO") ==
        std::vector<std::string>{"peace", "talks", "snake_case", "e", "e", "nato"});
}

TEST_CASE("scripts without spaces are divided by dictionaries") {
  Analyser analyser;
  CHECK(analyser.words("和平谈判").size() == 2);
  CHECK(analyser.words("การเจรจาสันติภาพ").size() >= 2);
}

TEST_CASE("the fast path finds exactly the words that ICU finds") {
  Analyser analyser;
  Random random(20220329);
  const std::string letters = "aZdl09_.,;:'\"-  \t\n@#/()$%&*+=<>[]{}|~`^!?\\x1";
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned length = random.below(24); length > 0; --length) {
      text += random.pick(letters);
    }
    CAPTURE(text);
    REQUIRE(analyser.words(text) == words_by_icu(text));
  }
}

TEST_CASE("words are the same with and without words of other scripts beside them") {
  Analyser analyser;
  Random random(7);
  const std::vector<std::string> pieces = {"talks",  "’s",   "l’", "un'",  "da", " ",  "é",
                                           ".",      "Київ", ",",  "5",    "'",  "-",  "_",
                                           "\u0301", "和平", "“",  "שלום", "\"", "\n", "İ"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (unsigned length = random.below(12); length > 0; --length) text += random.pick(pieces);
    std::vector<std::string> one_by_one;
    std::size_t begin = 0;
    while (begin <= text.size()) {
      const std::size_t end = std::min(text.find_first_of(" \n", begin), text.size());
      for (std::string& word : analyser.words(text.substr(begin, end - begin))) {
        one_by_one.push_back(std::move(word));
      }
      begin = end + 1;
    }
    CAPTURE(text);
    REQUIRE(analyser.words(text) == one_by_one);
    REQUIRE(analyser.words(text + " talks").size() == one_by_one.size() + 1);
  }
}

TEST_CASE("sentences cover the text without a gap") {
  Analyser analyser;
  const std::string text = "They met in Çırağan. Nothing was signed! Why? „Weil es so war.“ Ende";
  std::uint32_t at = 0;
  const auto sentences = analyser.sentences(text);
  CHECK(sentences.size() >= 4);
  for (const Sentence& sentence : sentences) {
    CHECK(sentence.begin == at);
    at = sentence.end;
  }
  CHECK(at == text.size());
  CHECK(analyser.sentences("").empty());
}
