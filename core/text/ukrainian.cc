#include "core/text/ukrainian.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace postil::text {
namespace {

using Letters = std::u32string_view;

// An ending and how many letters must stand before it. Longer ones first.
struct Ending {
  Letters letters;
  std::size_t least = 3;
};
constexpr std::array kEndings = {
    // Adjectives.
    Ending{U"ього"}, Ending{U"ьому"}, Ending{U"ьої"}, Ending{U"ьою"}, Ending{U"ого"},
    Ending{U"ому"}, Ending{U"ими", 4}, Ending{U"іми", 4}, Ending{U"їми", 4},
    // Nouns.
    Ending{U"ами"}, Ending{U"ями"}, Ending{U"ові", 4}, Ending{U"еві", 4}, Ending{U"єві", 4},
    // Both.
    Ending{U"ий"}, Ending{U"ій"}, Ending{U"ої"}, Ending{U"ою"}, Ending{U"ею"}, Ending{U"єю"},
    Ending{U"а"}, Ending{U"я"}, Ending{U"о"}, Ending{U"е"}, Ending{U"є"}, Ending{U"и"},
    Ending{U"і"}, Ending{U"ї"}, Ending{U"у"}, Ending{U"ю"}, Ending{U"ь"}, Ending{U"й"}};

// Endings that may also end a stem (закон|ів, but Харків, Харков|а): they are taken off behind any
// other as well, so that all forms lose them alike.
constexpr std::array<Letters, 16> kTails = {U"ам", U"ям", U"ом", U"ем", U"єм", U"им", U"ім", U"ах",
                                            U"ях", U"их", U"іх", U"ів", U"їв", U"ов", U"ев", U"єв"};
constexpr std::size_t kLeastBeforeTail = 4;

bool ends_with(Letters word, Letters ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

bool is_vowel(char32_t c) { return Letters(U"аеєиіїоуюя").find(c) != Letters::npos; }

// Whether -ій is that of a noun's plural (позицій), of which only й is an ending.
bool ends_like_a_noun(Letters word) {
  return word.size() > 2 && Letters(U"зсфц").find(word[word.size() - 3]) != Letters::npos;
}

Letters without_ending(Letters word) {
  for (const Ending& ending : kEndings) {
    const std::size_t size = ending.letters.size();
    if (word.size() < size + ending.least || !ends_with(word, ending.letters)) continue;
    if (ending.letters == U"ій" && ends_like_a_noun(word)) continue;
    return word.substr(0, word.size() - size);
  }
  return word;
}

Letters without_tails(Letters word) {
  const auto* tail = kTails.begin();
  do {
    tail = std::find_if(kTails.begin(), kTails.end(), [&](Letters each) {
      return word.size() >= each.size() + kLeastBeforeTail && ends_with(word, each);
    });
    if (tail != kTails.end()) word.remove_suffix(tail->size());
  } while (tail != kTails.end());
  return word;
}

// The vowel of the last syllable, which may change with the ending, in one form.
void settle_vowel(std::u32string& stem) {
  constexpr std::size_t kLeastLetters = 4;
  constexpr std::size_t kLeastWithTwo = 6;  // незалежність, but not місто
  const bool two = ends_with(stem, U"ст");
  const std::size_t behind = two ? 2 : 1;
  if (stem.size() < (two ? kLeastWithTwo : kLeastLetters)) return;
  char32_t& vowel = stem[stem.size() - behind - 1];
  if (is_vowel(stem.back())) return;
  if (vowel == U'і' || vowel == U'е') vowel = U'о';
  if (vowel == U'ї') vowel = U'є';
}

}  // namespace

std::string ukrainian_stem(std::string_view word) {
  std::u32string letters;
  for (std::size_t at = 0; at < word.size();) letters += next_code_point(word, at);
  const bool cyrillic = std::all_of(letters.begin(), letters.end(), [](char32_t c) {
    return (c >= U'а' && c <= U'џ') || c == U'ґ' || c == U'\'';
  });
  if (!cyrillic) return std::string(word);
  std::u32string stem(without_tails(without_ending(letters)));
  const std::size_t size = stem.size();
  if (size > 3 && stem[size - 1] == stem[size - 2] && !is_vowel(stem.back())) stem.pop_back();
  settle_vowel(stem);
  std::string out;
  for (const char32_t c : stem) append_code_point(c, out);
  return out;
}

}  // namespace postil::text
