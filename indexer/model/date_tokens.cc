#include "indexer/model/date_tokens.h"

#include <cstddef>
#include <utility>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

using Token = DateToken;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space_like(char32_t c) {
  return c == 0xA0 || c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F);
}

// Cuts a line into numbers, words and marks.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const std::size_t start = at_;
    const char c = text_[at_];
    if (is_digit(c)) {
      while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
      add(Token::Kind::kNumber, start, 0);
    } else if (is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) {
      read_word();
    } else {
      ++at_;
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        joined_ = false;
      } else {
        add(Token::Kind::kMark, start, c);
      }
    }
  }

  // A run of letters; everything beyond ASCII counts as a letter but spaces and dashes.
  void read_word() {
    const std::size_t start = at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (is_ascii_letter(c)) {
        ++at_;
        continue;
      }
      if (static_cast<unsigned char>(c) < 0x80) break;
      std::size_t next = at_;
      const char32_t point = text::next_code_point(text_, next);
      const bool dash = point >= 0x2010 && point <= 0x2015;
      if (!dash && !is_space_like(point)) {
        at_ = next;
        continue;
      }
      if (at_ > start) break;
      at_ = next;
      if (dash) {
        add(Token::Kind::kMark, start, '-');
      } else {
        joined_ = false;
      }
      return;
    }
    add(Token::Kind::kWord, start, 0);
  }

  void add(Token::Kind kind, std::size_t start, char mark) {
    Token token;
    token.kind = kind;
    token.joined = joined_;
    token.mark = mark;
    token.text = text_.substr(start, at_ - start);
    if (kind == Token::Kind::kNumber) {
      token.digits = static_cast<int>(token.text.size());
      for (std::size_t i = 0; i < token.text.size() && i < 9; ++i) {
        token.value = token.value * 10 + (token.text[i] - '0');
      }
    }
    tokens_.push_back(token);
    joined_ = true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool joined_ = false;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<DateToken> cut_into_tokens(std::string_view text) { return Lexer(text).run(); }

}  // namespace postil::index
