// The words of a piece of a question, as the analyser finds them in the text of articles, with the
// wildcards and the fuzzy mark that only questions have.

#ifndef POSTIL_QUERY_PARSE_TERMS_H_
#define POSTIL_QUERY_PARSE_TERMS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"
#include "query/parse/ast.h"

namespace postil::query {

struct TermList {
  std::vector<Term> terms;                   // kExact, or kWildcard if * or ? touches the word
  std::optional<std::size_t> lone_wildcard;  // byte of the first * or ? that touches no word
  std::vector<std::size_t> apostrophes;  // the terms that an apostrophe parts from the one before
};

// The words of `text`, which is valid UTF-8. A ? counts as a wildcard only before a letter, a digit
// or a *; elsewhere it is punctuation, as in: who won? In an address (http://…) neither is one.
TermList read_terms(std::string_view text, text::Analyser& analyser);

// Leaves of a run what an unquoted word asks for, any of its forms: l'accord is accord, and
// İstanbul'da is İstanbul. An ending of one letter stays, since it may belong to a name (Chang'e),
// and so does a run of more words, such as Côte-d'Ivoire.
void leave_bare_word(TermList& list);

// Whether `text` holds a wildcard by the rule of read_terms.
bool has_wildcard(std::string_view text);

// A word with a fuzzy mark: Zelenski~ or Zelenski~2, perhaps with punctuation behind it.
struct FuzzyMark {
  std::string_view word;    // before the ~; may hold no word at all
  std::string_view digits;  // behind the ~, may be empty
};
std::optional<FuzzyMark> fuzzy_mark(std::string_view run);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_TERMS_H_
