// Comparison of one folded word with a pattern or another word, code point by code point: what
// wildcards and fuzzy terms mean.

#ifndef POSTIL_QUERY_SEARCH_SIMILAR_H_
#define POSTIL_QUERY_SEARCH_SIMILAR_H_

#include <string>
#include <string_view>

namespace postil::query {

// `*` stands for any number of code points, `?` for exactly one, all else for itself. Linear in the
// word's length times the pattern's.
bool matches_wildcard(std::u32string_view pattern, std::u32string_view word);

// Whether `word` becomes `wanted` by at most `edits` insertions, deletions or substitutions of one
// code point (Levenshtein distance).
bool within_edits(std::u32string_view wanted, std::u32string_view word, int edits);

// How many times a letter was inserted, left out, changed or swapped with the next to make `typed`
// of `meant`, none of them in the same place (Damerau, "A technique for computer detection and
// correction of spelling errors", 1964; the "optimal string alignment" distance); `most` + 1 if
// more than `most`.
int typing_errors(std::u32string_view typed, std::u32string_view meant, int most);

// What stands before the pattern's first wildcard: every word that matches begins with it.
std::string_view fixed_beginning(std::string_view pattern);

std::u32string to_code_points(std::string_view text);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SIMILAR_H_
