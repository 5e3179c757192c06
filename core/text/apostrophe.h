// Where an apostrophe parts two words. UAX #29 keeps it inside a word (don't, O'Brien, п'ять), and
// so does the analyser, with two exceptions in Latin script:
//
// - What is elided before a vowel or h is a word of its own: l'accord, dell'Europa, d'Hondt. The
//   elided words are those of Lucene's French, Italian and Catalan analysers.
// - Turkish writes the endings of a name behind an apostrophe: İstanbul'da, Ankara'nın, Apple'ın.
//   The endings are a closed list; one that begins with a vowel follows a consonant or a silent e,
//   so that Sana'a, Hawai'i and Shi'a stay whole.
//
// Both hold in every language, since a question does not say in which it is; neither list has what
// English joins ('s, 't, 'd, 'll, 'm, 're, 've).

#ifndef POSTIL_CORE_TEXT_APOSTROPHE_H_
#define POSTIL_CORE_TEXT_APOSTROPHE_H_

#include <cstddef>
#include <string_view>

namespace postil::text {

enum class Parting : unsigned char {
  kNone,     // one word
  kElision,  // what stands before the apostrophe is elided
  kEnding,   // what stands behind it is the ending of a name
};

// Bytes before and behind an apostrophe that are looked at. Where more stand before it, it parts
// nothing; behind it, more is no ending.
inline constexpr std::size_t kMaxBeforeApostrophe = 64;
inline constexpr std::size_t kMaxBehindApostrophe = 32;

// What the apostrophe between `before` and `behind`, both folded, does.
Parting parting(std::string_view before, std::string_view behind);

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_APOSTROPHE_H_
