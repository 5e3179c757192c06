// What a word of a question was probably meant to be: the index's own words, the nearest and the
// commonest first. Asked only when a question finds nothing or next to nothing.

#ifndef POSTIL_QUERY_SEARCH_SPELLING_H_
#define POSTIL_QUERY_SEARCH_SPELLING_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"
#include "query/parse/ast.h"
#include "query/search/vocabulary.h"

namespace postil::query {

struct Correction {
  std::string wrong;  // a folded word of the question
  std::string right;  // a word of the index
};

// For each word or word of a phrase that hardly a record holds, in text or in names and not beneath
// NOT, the word of the same field that it was probably meant to be, if there is one: among those
// that become it by one or two letters inserted, left out, changed or swapped with the next
// (Damerau's errors), the one with the best of few errors and many records. Reads the part of the
// vocabulary that begins with the same letter; all of it only if nothing in there is near. Throws
// what Xapian throws.
std::vector<Correction> find_corrections(const Node& tree, Vocabulary& vocabulary);

// The tree with these words in place of the wrong ones.
Node corrected(const Node& tree, const std::vector<Correction>& corrections);

// The same in the question as it was typed.
std::string corrected(std::string_view question, const std::vector<Correction>& corrections,
                      text::Analyser& analyser);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SPELLING_H_
