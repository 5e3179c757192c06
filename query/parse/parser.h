// Reads a question in Postil's grammar (see ARCHITECTURE.md) into its tree, or says what is wrong
// with it and where.

#ifndef POSTIL_QUERY_PARSE_PARSER_H_
#define POSTIL_QUERY_PARSE_PARSER_H_

#include <string>
#include <string_view>
#include <variant>

#include "core/text/analyser.h"
#include "query/parse/ast.h"

namespace postil::query {

struct ParseOptions {
  bool any = false;  // words side by side: any of them rather than all
};

// A mistake in a question, for a person.
struct QueryError {
  std::size_t column = 1;  // of its first character, in code points from 1
  std::string message;     // what is wrong, one sentence without full stop
  std::string hint;        // what to write instead
};

// `question` is valid UTF-8 of any length and content; depth and size are bounded by errors.
std::variant<Node, QueryError> parse(std::string_view question, const ParseOptions& options,
                                     text::Analyser& analyser);

// The tree as a question that parses to the same tree (with the same options).
std::string to_query(const Node& node);

// The tree as an indented outline, one node a line, for --explain and golden tests.
std::string to_outline(const Node& node);

// Three lines for a terminal: the message with its column, the question (cut around the place if it
// is long) with a caret below, the hint. Control characters are made visible.
std::string describe(const QueryError& error, std::string_view question);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_PARSER_H_
