// Cuts a question into tokens for the parser: words, quotations, field names, signs, operators and
// parentheses. It knows where a token ends and what it looks like, not what it means: whether a
// field exists, a distance is a number or a word can be searched for is the parser's to say.

#ifndef POSTIL_QUERY_PARSE_LEXER_H_
#define POSTIL_QUERY_PARSE_LEXER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"

namespace postil::query {

enum class TokenKind : std::uint8_t {
  kWord,      // a run of characters without space, quotation mark or parenthesis
  kQuote,     // what stands between quotation marks
  kField,     // the name before a colon; its operand (kWord, kQuote or kOpen) follows at once
  kOpen,      // (
  kClose,     // )
  kPlus,      // + before a word, field, quotation or group
  kMinus,     // - likewise
  kAnd,       // AND
  kOr,        // OR
  kNot,       // NOT
  kNear,      // NEAR or NEAR/…
  kForeign,   // && or ||, which other programs know
  kUnclosed,  // a quotation mark that nothing closes, up to the end
  kEnd,       // the end, always the last token
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  std::string_view text;   // into the question; of a quotation: without its marks
  std::string_view place;  // the same with its marks: where a mistake is shown
  std::string_view slop;   // of a quotation: the digits of ~3 behind it, else empty
  bool spelled = false;    // of a quotation: ~ stands before it
};

// The tokens of `question`, which must be valid UTF-8 and outlive them. Runs that hold no word
// (—, &) are left out, unless they are a field's operand. Takes time linear in the question.
std::vector<Token> lex(std::string_view question, text::Analyser& analyser);

// The length in bytes of the field name that a run starts with, when a colon and an operand follow
// it: 5 for title:NATO, 0 for https://example.org, 10:30 and std::vector. `operand_follows` says
// that an operand stands right behind the run, as in title:"NATO".
std::size_t field_name_length(std::string_view run, bool operand_follows);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_LEXER_H_
