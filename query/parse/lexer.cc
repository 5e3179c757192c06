#include "query/parse/lexer.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

constexpr std::array<char32_t, 18> kQuotationMarks = {
    U'"',      U'\u00AB', U'\u00BB', U'\u201C', U'\u201D', U'\u201E',
    U'\u201F', U'\u2033', U'\u300C', U'\u300D', U'\u300E', U'\u300F',
    U'\u301D', U'\u301E', U'\u301F', U'\uFF02', U'\uFF62', U'\uFF63'};

bool is_space(char32_t c) { return c <= U' ' || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_sign(char c) { return c == '+' || c == '-'; }

bool is_hebrew(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &status) == USCRIPT_HEBREW;
}

TokenKind kind_of_run(std::string_view run) {
  if (run == "AND") return TokenKind::kAnd;
  if (run == "OR") return TokenKind::kOr;
  if (run == "NOT") return TokenKind::kNot;
  if (run == "NEAR" || run.starts_with("NEAR/")) return TokenKind::kNear;
  if (run == "&&" || run == "||") return TokenKind::kForeign;
  return TokenKind::kWord;
}

class Lexer {
 public:
  Lexer(std::string_view question, text::Analyser& analyser)
      : question_(question), analyser_(analyser) {}

  std::vector<Token> tokens() {
    while (skip_space()) {
      const char c = question_[at_];
      if (c == '(' || c == ')') {
        emit(c == '(' ? TokenKind::kOpen : TokenKind::kClose, 1);
      } else if (quotation_mark_at(at_) > 0) {
        quotation();
      } else {
        run();
      }
    }
    emit(TokenKind::kEnd, 0);
    return std::move(tokens_);
  }

 private:
  // Moves to the next character that is no space; false at the end.
  bool skip_space() {
    while (at_ < question_.size()) {
      std::size_t next = at_;
      if (!is_space(text::next_code_point(question_, next))) return true;
      at_ = next;
    }
    return false;
  }

  // Makes the next `length` bytes a token and moves behind them.
  void emit(TokenKind kind, std::size_t length) {
    const std::string_view text = question_.substr(at_, length);
    tokens_.push_back({kind, text, text, {}});
    at_ += length;
  }

  // The bytes of the quotation mark at `at`, or 0. Hebrew writes " inside its abbreviations (צה"ל),
  // where it is a part of the word.
  std::size_t quotation_mark_at(std::size_t at) const {
    if (at >= question_.size()) return 0;
    std::size_t next = at;
    const char32_t mark = text::next_code_point(question_, next);
    if (std::find(kQuotationMarks.begin(), kQuotationMarks.end(), mark) == kQuotationMarks.end()) {
      return 0;
    }
    if (mark == U'"' && at > 0 && next < question_.size()) {
      std::size_t before = text::floor_boundary(question_, at - 1);
      std::size_t after = next;
      if (is_hebrew(text::next_code_point(question_, before)) &&
          is_hebrew(text::next_code_point(question_, after))) {
        return 0;
      }
    }
    return next - at;
  }

  void quotation() {
    const std::size_t begin = at_ + quotation_mark_at(at_);
    std::size_t end = begin;
    while (end < question_.size() && quotation_mark_at(end) == 0) {
      text::next_code_point(question_, end);
    }
    if (end == question_.size()) {
      emit(TokenKind::kUnclosed, end - at_);
      return;
    }
    const std::size_t opening = is_spelled() ? at_ - 1 : at_;
    at_ = end + quotation_mark_at(end);
    Token token{TokenKind::kQuote,
                question_.substr(begin, end - begin),
                question_.substr(opening, at_ - opening),
                {},
                question_[opening] == '~'};
    if (at_ + 1 < question_.size() && question_[at_] == '~' && is_digit(question_[at_ + 1])) {
      const std::size_t digits = ++at_;
      while (at_ < question_.size() && is_digit(question_[at_])) ++at_;
      token.slop = question_.substr(digits, at_ - digits);
    }
    tokens_.push_back(token);
  }

  // Whether a ~ that belongs to nothing else stands before the quotation at at_.
  bool is_spelled() const {
    if (at_ == 0 || question_[at_ - 1] != '~') return false;
    if (at_ == 1) return true;
    const char before = question_[at_ - 2];
    if (before == '(' || before == ':' || is_sign(before)) return true;
    std::size_t at = text::floor_boundary(question_, at_ - 2);
    return is_space(text::next_code_point(question_, at));
  }

  bool is_tilde_of_quotation(std::size_t at) const {
    return at < question_.size() && question_[at] == '~' && quotation_mark_at(at + 1) > 0;
  }

  // The run of characters at at_, up to a space, a parenthesis or a quotation mark.
  std::string_view run_here() const {
    std::size_t end = at_;
    while (end < question_.size() && question_[end] != '(' && question_[end] != ')' &&
           quotation_mark_at(end) == 0) {
      std::size_t next = end;
      if (is_space(text::next_code_point(question_, next))) break;
      end = next;
    }
    return question_.substr(at_, end - at_);
  }

  // A sign, an operator, a field name, a word or nothing.
  void run() {
    const std::string_view run = run_here();
    if (sign_before(run)) {
      emit(run.front() == '+' ? TokenKind::kPlus : TokenKind::kMinus, 1);
      return;
    }
    const std::size_t name = field_name_length(run, operand_at(at_ + run.size()));
    if (name > 0) {
      emit(TokenKind::kField, name);
      ++at_;  // the colon
      if (is_tilde_of_quotation(at_)) {
        ++at_;
        return;
      }
      if (name + 1 < run.size()) emit(TokenKind::kWord, run.size() - name - 1);
      return;
    }
    const TokenKind kind = kind_of_run(run);
    if (kind != TokenKind::kWord || has_word(run)) {
      emit(kind, run.size());
    } else {
      at_ += run.size();
    }
  }

  // Whether the run at at_ starts with a sign that belongs to what follows: -word, not well-known,
  // "peace"-loving, -- or a dash that stands alone.
  bool sign_before(std::string_view run) const {
    if (!is_sign(run.front())) return false;
    if (at_ > 0 && question_[at_ - 1] != '(') {
      std::size_t before = text::floor_boundary(question_, at_ - 1);
      if (!is_space(text::next_code_point(question_, before))) return false;
    }
    if (run.size() == 1) return operand_at(at_ + 1);
    if (run.size() == 2 && is_tilde_of_quotation(at_ + 1)) return true;
    return !is_sign(run[1]) && has_word(run);
  }

  // Whether a quotation or a group starts at `at`.
  bool operand_at(std::size_t at) const {
    return at < question_.size() && (question_[at] == '(' || quotation_mark_at(at) > 0);
  }

  bool has_word(std::string_view run) const {
    if (run.find('*') != std::string_view::npos) return true;
    text::WordStream words(analyser_, run);
    text::Word word;
    return words.next(word);
  }

  std::string_view question_;
  text::Analyser& analyser_;
  std::size_t at_ = 0;  // bytes read
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> lex(std::string_view question, text::Analyser& analyser) {
  return Lexer(question, analyser).tokens();
}

std::size_t field_name_length(std::string_view run, bool operand_follows) {
  std::size_t length = 0;
  bool ends_in_letter = false;
  while (length < run.size() && run[length] != ':') {
    const bool joins = run[length] == '_' || run[length] == '-';
    const bool letter = !joins && is_letter(text::next_code_point(run, length));
    if (!letter && !(joins && ends_in_letter)) return 0;
    if (joins) ++length;
    ends_in_letter = letter;
  }
  if (length == run.size() || !ends_in_letter) return 0;
  const std::string_view behind = run.substr(length + 1);
  if (behind.empty()) return operand_follows ? length : 0;
  return behind.starts_with("//") || behind.front() == ':' ? 0 : length;
}

}  // namespace postil::query
