// The language of a text as two letters, where no source declares it: by CLD2 or its commonest
// words, and only when that is reliable. Unknown is "".

#ifndef POSTIL_INDEXER_EXTRACT_LANGUAGE_H_
#define POSTIL_INDEXER_EXTRACT_LANGUAGE_H_

#include <string>
#include <string_view>

namespace postil::index {

// The language that most of `text` is in; "" unless it is plain. Looks at the first 16 kB.
// Thread-safe.
std::string detect_language(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_LANGUAGE_H_
