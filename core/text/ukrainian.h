// Stems of Ukrainian, for which Snowball has none: a light stemmer in the manner of J. Savoy's. It
// takes off what declension puts on nouns and adjectives, names among them, and leaves verbs alone.
// The endings are those of the declension tables of the grammar; і, which becomes о or е where a
// syllable opens (Львів, Львова; осінь, осені), is made one with these.
//
// Not brought together: fleeting vowels (день, дня), consonants that change (політика, політиці),
// and і in words of three letters (рік, року), where too many words would fall into one.

#ifndef POSTIL_CORE_TEXT_UKRAINIAN_H_
#define POSTIL_CORE_TEXT_UKRAINIAN_H_

#include <string>
#include <string_view>

namespace postil::text {

// The stem of a folded word; a word of another script is its own.
std::string ukrainian_stem(std::string_view word);

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_UKRAINIAN_H_
