// Puts the other spellings of names into a question's tree: of its unquoted words and runs of
// words, by the table of variants and, where that knows nothing of a word in another script, by
// ICU's transliteration. Only spellings that the index holds are put in, so that --explain shows
// what matters. Quotations stay as they are.

#ifndef POSTIL_QUERY_SEARCH_SPELLINGS_H_
#define POSTIL_QUERY_SEARCH_SPELLINGS_H_

#include <xapian.h>

#include "query/parse/ast.h"
#include "query/search/vocabulary.h"
#include "query/variants/table.h"

namespace postil::query {

// A word gets its spellings of one word as Term::variants; a name of several words, or with a
// spelling of several words, becomes a choice among itself and those phrases. Throws what Xapian
// throws.
void add_spellings(const Xapian::Database& database, Vocabulary& vocabulary,
                   const VariantTable& table, Node& tree);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SPELLINGS_H_
