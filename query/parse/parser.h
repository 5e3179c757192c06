// Reads a question in Postil's grammar (see ARCHITECTURE.md) into its tree, or says what is wrong
// with it and where.

#ifndef POSTIL_QUERY_PARSE_PARSER_H_
#define POSTIL_QUERY_PARSE_PARSER_H_

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/text/analyser.h"
#include "query/parse/ast.h"

namespace postil::query {

// What a question may hold; more is an error.
inline constexpr std::size_t kMaxQuestionBytes = 65536;
inline constexpr std::size_t kMaxTerms = 1000;      // words, values and dates
inline constexpr int kMaxDepth = 100;               // of groups and NOTs inside one another
inline constexpr std::size_t kMaxNearOperands = 8;  // in one chain of NEAR

// The question saved under a name (folded), none if there is no such name.
using FindSaved = std::function<Result<std::optional<std::string>>(const std::string& name)>;

struct ParseOptions {
  bool any = false;        // words side by side: any of them rather than all
  PartialDate today = {};  // what since:1y counts back from; year 0: the clock's today
  FindSaved saved = {};    // what query:NAME stands for; if empty, nothing is saved
};

// A mistake in a question, for a person.
struct QueryError {
  std::size_t column = 1;  // of its first character, in code points from 1
  std::string message;     // what is wrong, one sentence without full stop
  std::string hint;        // what to write instead
};

// Why `name` cannot name a saved question, as a sentence without full stop; "" if it can: letters
// and digits of any script, - and _ behind the first, at most 64 bytes.
std::string check_saved_name(std::string_view name);

// `question` is valid UTF-8 of any length and content; depth and size are bounded by errors.
std::variant<Node, QueryError> parse(std::string_view question, const ParseOptions& options,
                                     text::Analyser& analyser);

// The tree, as parse() makes them, as a question that parses to the same tree (with the same
// options), unless the question written out in full outgrows the limits above.
std::string to_query(const Node& node);

// For a terminal: the message with its column, the question (cut around the place if it is long)
// with a caret below, the hint; lines of at most 76 cells where the message allows it, no newline
// at the end. Control characters are made visible; wide and combining ones count as they show.
std::string describe(const QueryError& error, std::string_view question);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_PARSER_H_
