// Folding: the form in which two spellings of a word are the same word. Every term in the index and
// every word of a question goes through it, so that the two cannot disagree.
//
// ICU's NFKC_Casefold; then marks are stripped script by script (Latin and Greek: all; Cyrillic:
// stress marks, and ё becomes е, while й, ї, ў and the like are letters of their own; Arabic and
// Hebrew: vowel points; all other scripts keep theirs), Latin letters with a stroke or a ligature
// become plain ones (ł→l, ø→o, æ→ae, ı→i), Arabic alef, yeh and kaf take one form, apostrophes
// become ' and dashes -. Folding is idempotent.

#ifndef POSTIL_CORE_TEXT_FOLD_H_
#define POSTIL_CORE_TEXT_FOLD_H_

#include <string>
#include <string_view>

namespace postil::text {

// Raised whenever folding or word finding changes what it yields; part of the stamp in a database.
inline constexpr int kAnalysisRevision = 2;

// The folded form of any valid UTF-8. Thread-safe.
std::string fold(std::string_view text);

// The folded form of a facet value: folded, with white space squeezed.
std::string fold_value(std::string_view value);

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_FOLD_H_
