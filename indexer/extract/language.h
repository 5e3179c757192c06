// The language of an article as two letters: from what the source declares in whatever form, else
// from the text itself, by CLD2 or its commonest words, and only when that is reliable. Unknown is
// "".

#ifndef POSTIL_INDEXER_EXTRACT_LANGUAGE_H_
#define POSTIL_INDEXER_EXTRACT_LANGUAGE_H_

#include <string>
#include <string_view>

namespace postil::index {

// "en-GB", "eng", "English", "русский", "de_AT.UTF-8" → "en", "en", "en", "ru", "de"; "" if it
// names no language known here.
std::string declared_language(std::string_view declared);

// The language that most of `text` is in; "" unless it is plain. Looks at the first 16 kB.
// Thread-safe.
std::string detect_language(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_LANGUAGE_H_
