// A text as a question of plain words, without any grammar: for lines of a batch that nobody wrote
// for this grammar, such as the topics of a test collection.

#ifndef POSTIL_QUERY_PARSE_PLAIN_H_
#define POSTIL_QUERY_PARSE_PLAIN_H_

#include <string_view>

#include "core/text/analyser.h"
#include "query/parse/ast.h"

namespace postil::query {

// Any of the words of `text`, each by its stem; everything if it holds no word. At most kMaxTerms
// words are read (parser.h). `text` is valid UTF-8.
Node any_of_the_words(std::string_view text, text::Analyser& analyser);

// Whether a text of some length is written in capitals throughout, so that its AND, OR and NOT are
// words like the others: WHAT WAS SAID ABOUT WAR AND PEACE. A few abbreviations are not enough:
// NATO AND EU is a question with an operator.
bool is_all_capitals(std::string_view text);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_PLAIN_H_
