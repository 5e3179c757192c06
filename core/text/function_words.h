// Function words: articles, pronouns, auxiliaries, prepositions and the words that ask. They shape
// a sentence and say little about what it is about. Nothing is ever left out for being one; where a
// question is a whole sentence of which any word may match, they weigh less (query/search/compile).

#ifndef POSTIL_CORE_TEXT_FUNCTION_WORDS_H_
#define POSTIL_CORE_TEXT_FUNCTION_WORDS_H_

#include <string_view>

namespace postil::text {

// Whether `word`, in folded form, is one in a language (ISO 639-1). Known for German, English,
// Spanish, French, Italian, Dutch, Portuguese, Russian, Turkish and Ukrainian; no word is one in
// any other.
bool is_function_word(std::string_view word, std::string_view language);

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_FUNCTION_WORDS_H_
