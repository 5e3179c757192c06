// Words of other scripts in Latin letters, by ICU's transliterators.

#ifndef POSTIL_QUERY_VARIANTS_TRANSLITERATE_H_
#define POSTIL_QUERY_VARIANTS_TRANSLITERATE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace postil::query {

// How a folded word may be written in Latin letters, folded, each form once: by the general rules
// and, for Cyrillic, by those of BGN/PCGN, which newspapers in English follow, without their
// apostrophes. Nothing for a word in Latin letters, and no form of fewer letters than `least`. The
// rules are loaded when the first word needs them.
std::vector<std::string> in_latin_letters(std::string_view word, std::size_t least);

// As `least` where a word may be any word: a shorter one in Latin letters is no evidence of a name,
// since Russian "нет" is not English "net".
inline constexpr std::size_t kTellingLetters = 6;

}  // namespace postil::query

#endif  // POSTIL_QUERY_VARIANTS_TRANSLITERATE_H_
