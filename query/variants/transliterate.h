// Words of other scripts in Latin letters, by ICU's transliterators.

#ifndef POSTIL_QUERY_VARIANTS_TRANSLITERATE_H_
#define POSTIL_QUERY_VARIANTS_TRANSLITERATE_H_

#include <string>
#include <string_view>
#include <vector>

namespace postil::query {

// How a folded word may be written in Latin letters, folded, each form once: by the general rules
// and, for Cyrillic, by those of BGN/PCGN, which newspapers in English follow. Nothing for a word
// in Latin letters, and nothing for a short one, since short words of two languages are too often
// alike. The rules are loaded when the first word needs them.
std::vector<std::string> in_latin_letters(std::string_view word);

}  // namespace postil::query

#endif  // POSTIL_QUERY_VARIANTS_TRANSLITERATE_H_
