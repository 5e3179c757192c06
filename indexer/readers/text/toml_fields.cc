#include "indexer/readers/text/toml_fields.h"

#include <algorithm>

#include "core/text/ascii.h"
#include "core/text/utf8.h"

namespace postil::index {
namespace {

constexpr int kDeepest = 8;

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-' || c == '.';
}

class Parser {
 public:
  Parser(std::string_view toml, std::size_t first_line, FrontMatter& front)
      : text_(toml), line_(first_line), front_(front) {}

  void run() {
    while (at_ < text_.size()) {
      skip_space(true);
      if (at_ >= text_.size()) break;
      const std::size_t line = line_;
      if (peek() == '[') {
        read_table();
      } else if (!read_pair()) {
        front_.problems.push_back({line, "not of the form name = value"});
        skip_line();
      }
    }
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  void advance() {
    if (text_[at_] == '\n') ++line_;
    ++at_;
  }

  void skip_line() {
    while (at_ < text_.size() && peek() != '\n') ++at_;
  }

  void skip_space(bool lines) {
    while (at_ < text_.size()) {
      if (peek() == '#') {
        skip_line();
      } else if (peek() == ' ' || peek() == '\t' || (lines && peek() == '\n')) {
        advance();
      } else {
        break;
      }
    }
  }

  // [table] or [[table]]: only the latter is remembered, as a list of maps.
  void read_table() {
    const bool list = peek(1) == '[';
    const std::size_t end = std::min(text_.find(']', at_), text_.size());
    const std::size_t start = std::min(at_ + (list ? 2 : 1), end);
    const std::string name = text::lower(text::trim(text_.substr(start, end - start)));
    list_.clear();
    if (list) {
      list_ = name;
      field(name).items.emplace_back();
    }
    skip_line();
  }

  bool read_pair() {
    std::string name = read_key();
    skip_space(false);
    if (name.empty() || peek() != '=') return false;
    advance();
    skip_space(false);
    FieldValue value;
    if (!read_value(value, 0)) return false;
    skip_space(false);
    if (!list_.empty()) {
      field(list_).items.back().entries.push_back({std::move(name), std::move(value)});
    } else {
      field(name) = std::move(value);
    }
    if (at_ < text_.size() && peek() != '\n') {
      front_.problems.push_back({line_, "something stands behind the value"});
      skip_line();
    }
    return true;
  }

  std::string read_key() {
    if (peek() == '"' || peek() == '\'') {
      std::string name;
      return read_string(name) ? text::lower(name) : "";
    }
    const std::size_t start = at_;
    while (is_key_character(peek())) ++at_;
    return text::lower(text_.substr(start, at_ - start));
  }

  bool read_value(FieldValue& value, int depth) {
    if (depth > kDeepest) return false;
    const char c = peek();
    if (c == '"' || c == '\'') return read_string(value.scalar);
    if (c == '[') return read_list(value, depth);
    if (c == '{') return read_inline_table(value, depth);
    const std::size_t start = at_;
    while (at_ < text_.size() &&
           std::string_view(",]}#\n").find(peek()) == std::string_view::npos) {
      ++at_;
    }
    value.scalar = text::trim(text_.substr(start, at_ - start));
    return !value.scalar.empty();
  }

  bool read_list(FieldValue& value, int depth) {
    advance();
    for (;;) {
      skip_space(true);
      if (at_ >= text_.size()) return false;
      if (peek() == ']') {
        ++at_;
        return true;
      }
      FieldValue item;
      if (!read_value(item, depth + 1)) return false;
      value.items.push_back(std::move(item));
      skip_space(true);
      if (peek() == ',') {
        ++at_;
      } else if (peek() != ']') {
        return false;
      }
    }
  }

  bool read_inline_table(FieldValue& value, int depth) {
    advance();
    for (;;) {
      skip_space(false);
      if (peek() == '}') {
        ++at_;
        return true;
      }
      std::string name = read_key();
      skip_space(false);
      if (name.empty() || peek() != '=') return false;
      ++at_;
      skip_space(false);
      FieldValue entry;
      if (!read_value(entry, depth + 1)) return false;
      value.entries.push_back({std::move(name), std::move(entry)});
      skip_space(false);
      if (peek() == ',') {
        ++at_;
      } else if (peek() != '}') {
        return false;
      }
    }
  }

  bool read_string(std::string& value) {
    const char quote = peek();
    const bool long_form = peek(1) == quote && peek(2) == quote;
    at_ += long_form ? 3 : 1;
    if (long_form && peek() == '\n') advance();
    const std::string closing(long_form ? 3 : 1, quote);
    while (at_ < text_.size()) {
      if (text_.substr(at_, closing.size()) == closing) {
        at_ += closing.size();
        return true;
      }
      if (peek() == '\n' && !long_form) return false;
      if (peek() == '\\' && quote == '"') {
        read_escape(value);
      } else {
        value += peek();
        advance();
      }
    }
    return false;
  }

  void read_escape(std::string& value) {
    const char c = peek(1);
    at_ += c == '\0' ? 1 : 2;
    if (c == 'u' || c == 'U') {
      const std::size_t digits = c == 'u' ? 4 : 8;
      char32_t point = 0;
      for (std::size_t i = 0; i < digits; ++i, ++at_) {
        const std::string next = text::lower(text_.substr(std::min(at_, text_.size()), 1));
        const std::size_t digit = std::string_view("0123456789abcdef").find(next);
        if (next.empty() || digit == std::string_view::npos) return;
        point = point * 16 + static_cast<char32_t>(digit);
      }
      const bool exists = point <= 0x10FFFF && (point < 0xD800 || point >= 0xE000);
      text::append_code_point(exists ? point : 0xFFFD, value);
    } else if (c == 'n' || c == 't' || c == 'r') {
      value += c == 'n' ? '\n' : ' ';
    } else if (c == '\n') {
      ++line_;
      skip_space(true);
    } else if (c != '\0') {
      value += c;
    }
  }

  FieldValue& field(const std::string& name) {
    for (auto& [known, value] : front_.fields) {
      if (known == name) return value;
    }
    front_.fields.push_back({name, {}});
    return front_.fields.back().value;
  }

  std::string_view text_;
  std::size_t line_;
  FrontMatter& front_;
  std::size_t at_ = 0;
  std::string list_;  // the [[table]] that is being read
};

}  // namespace

void read_toml_fields(std::string_view toml, std::size_t first_line, FrontMatter& front) {
  Parser(toml, first_line, front).run();
}

}  // namespace postil::index
