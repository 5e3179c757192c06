// Spellings of one name, as files list them: "Kiev = Kyiv = Київ", one name a line. Read for the
// table that is built into the program, and again for the user's own file.

#ifndef POSTIL_QUERY_VARIANTS_GROUPS_H_
#define POSTIL_QUERY_VARIANTS_GROUPS_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/text/analyser.h"

namespace postil::query {

// A spelling as its folded words with one space between: "new york", "нью йорк".
using Group = std::vector<std::string>;

// The lines of `text`; empty lines and those that begin with # say nothing. A line without two
// spellings, or text that is not UTF-8, is an Error that names `source` and the line.
Result<std::vector<Group>> read_groups(std::string_view text, std::string_view source,
                                       text::Analyser& analyser);

// The words of a spelling, or of any folded text with one space between its words.
std::vector<std::string> words_of(std::string_view spelling);

// Groups that share a spelling made one; each sorted, without repetition.
std::vector<Group> merge_groups(std::vector<Group> groups);

}  // namespace postil::query

#endif  // POSTIL_QUERY_VARIANTS_GROUPS_H_
