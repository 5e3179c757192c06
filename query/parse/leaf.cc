#include "query/parse/leaf.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/utf8.h"
#include "query/parse/terms.h"

namespace postil::query {
namespace {

using schema::FieldType;
using Leaf = std::variant<Node, Mistake>;

// As many bytes of the question as a hint repeats.
constexpr std::size_t kMaxRepeatedBytes = 40;

// One word is matched as `single`; more are a phrase.
Leaf word_or_phrase(const Token& token, TermList list, const Scope& scope, Match single, int slop) {
  if (list.lone_wildcard) {
    return Mistake{token.text.substr(*list.lone_wildcard),
                   "a wildcard needs a letter or digit beside it",
                   "write negotiat* or n?to; for any word between two, write \"first last\"~1"};
  }
  if (list.terms.empty()) {
    return Mistake{token.place, "there is no word here to search for",
                   "write at least one letter or digit"};
  }
  if (list.terms.size() > 1) {
    const bool quoted = token.kind == TokenKind::kQuote;
    return Node{PhraseNode{scope.field, std::move(list.terms), slop, quoted}};
  }
  Term& term = list.terms.front();
  if (term.match == Match::kExact) term.match = single;
  return Node{WordNode{scope.field, std::move(term)}};
}

Leaf read_fuzzy(std::string_view run, const FuzzyMark& mark, TermList list, const Scope& scope) {
  const int edits = mark.digits.empty() ? 1 : to_number(mark.digits);
  if (edits != 1 && edits != 2) {
    return Mistake{
        mark.digits, "a fuzzy word may differ in one or two letters",
        fmt::format("write {0}~1 or {0}~2; to search for it as it is, quote it", mark.word)};
  }
  if (list.terms.size() > 1) {
    return Mistake{run,
                   fmt::format("~ works on one word, and {} is {} words", quoted(mark.word),
                               list.terms.size()),
                   "put ~ behind each word that may differ"};
  }
  Term& term = list.terms.front();
  if (term.match == Match::kWildcard) {
    return Mistake{run, "a word cannot have both a wildcard and ~", "leave one of them out"};
  }
  return Node{WordNode{scope.field, Term{std::move(term.text), Match::kFuzzy, edits}}};
}

Leaf read_word(const Token& token, const Scope& scope, text::Analyser& analyser) {
  const std::string_view run = token.text;
  const bool only_stars = run.find_first_not_of("*?") == std::string_view::npos;
  if (only_stars && scope.name.empty()) return Node{AllNode{}};
  if (const auto mark = fuzzy_mark(run)) {
    TermList list = read_terms(mark->word, analyser);
    leave_bare_word(list);
    if (!list.terms.empty()) return read_fuzzy(run, *mark, std::move(list), scope);
  }
  TermList list = read_terms(run, analyser);
  // Names are not stemmed: Banks is not Bank.
  if (scope.type == FieldType::kName) {
    return word_or_phrase(token, std::move(list), scope, Match::kExact, 0);
  }
  leave_bare_word(list);
  return word_or_phrase(token, std::move(list), scope, Match::kStem, 0);
}

Leaf read_quotation(const Token& token, const Scope& scope, text::Analyser& analyser) {
  TermList list = read_terms(token.text, analyser);
  if (token.spelled && scope.type != FieldType::kWords) {
    return Mistake{token.place, "~ before a quotation asks for other spellings, and only in texts",
                   "leave out the ~ before the quotation mark"};
  }
  const bool is_pattern = list.terms.size() == 1 && list.terms.front().match == Match::kWildcard;
  for (Term& term : list.terms) term.spelled = token.spelled && !is_pattern;
  const int slop = to_number(token.slop);
  if (slop > static_cast<int>(schema::kMaxSlop)) {
    return Mistake{token.slop, fmt::format("at most {} words may stand between", schema::kMaxSlop),
                   "write a smaller number, or AND for words anywhere in an article"};
  }
  if (!token.slop.empty() && list.terms.size() == 1) {
    return Mistake{
        token.slop, "~ behind a quotation allows words between its words, and this has only one",
        fmt::format("for words spelled alike, write it without quotes: {}~1", token.text)};
  }
  return word_or_phrase(token, std::move(list), scope, Match::kExact, slop);
}

Leaf read_whole_value(const Token& token, const Scope& scope) {
  const std::string_view text = text::trim(token.text);
  if (text.empty()) {
    return Mistake{token.place, fmt::format("{}: has an empty value", scope.name),
                   "write the value to find"};
  }
  if (token.kind == TokenKind::kWord && has_wildcard(text)) {
    return Mistake{text, fmt::format("{}: takes a whole value, no wildcards", scope.name),
                   fmt::format("for a value that is spelled so, quote it: {}", quoted(text))};
  }
  if (!token.slop.empty()) {
    return Mistake{token.slop, fmt::format("{}: takes a whole value, without ~", scope.name),
                   "leave out the ~ and its number"};
  }
  if (token.spelled) {
    return Mistake{token.place, fmt::format("{}: takes a whole value, without ~", scope.name),
                   "leave out the ~"};
  }
  auto value = read_value(scope.field, text);
  if (auto* mistake = std::get_if<Mistake>(&value)) return std::move(*mistake);
  return Node{ValueNode{scope.field, std::get<std::string>(std::move(value))}};
}

}  // namespace

std::variant<Node, Mistake> read_leaf(const Token& token, const Scope& scope,
                                      const PartialDate& today, text::Analyser& analyser) {
  switch (scope.type) {
    case FieldType::kWords:
    case FieldType::kName:
      return token.kind == TokenKind::kQuote ? read_quotation(token, scope, analyser)
                                             : read_word(token, scope, analyser);
    case FieldType::kValue:
      return read_whole_value(token, scope);
    case FieldType::kPeriod:
      break;
  }
  auto read = read_date(text::trim(token.text), scope.form, today);
  if (auto* mistake = std::get_if<Mistake>(&read)) return std::move(*mistake);
  return Node{std::get<DateNode>(read)};
}

int to_number(std::string_view digits) {
  int number = 0;
  for (char c : digits) number = std::min(number * 10 + (c - '0'), 1'000'000);
  return number;
}

std::string quoted(std::string_view text) {
  if (text.size() <= kMaxRepeatedBytes) return fmt::format("\"{}\"", text);
  return fmt::format("\"{}…\"", text.substr(0, text::floor_boundary(text, kMaxRepeatedBytes)));
}

}  // namespace postil::query
