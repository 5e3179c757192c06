#include "query/parse/parser.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "core/text/fold.h"
#include "core/text/scripts.h"
#include "core/text/utf8.h"
#include "query/parse/combine.h"
#include "query/parse/leaf.h"
#include "query/parse/lexer.h"
#include "query/parse/mistake.h"
#include "query/parse/scope.h"

namespace postil::query {
namespace {

using schema::FieldType;

constexpr int kDefaultDistance = 10;

// So many saved questions inside one another are named when the innermost is wrong.
constexpr std::size_t kMaxToldNames = 3;

bool is_operator(TokenKind kind) {
  return kind == TokenKind::kAnd || kind == TokenKind::kOr || kind == TokenKind::kNot ||
         kind == TokenKind::kNear || kind == TokenKind::kPlus || kind == TokenKind::kMinus;
}

// Whether a clause may start with such a token. One that never can, but is no operator either, is
// let in to be reported.
bool starts_clause(TokenKind kind) {
  return kind != TokenKind::kAnd && kind != TokenKind::kOr && kind != TokenKind::kNear &&
         kind != TokenKind::kClose && kind != TokenKind::kEnd;
}

// The words of a phrase side by side.
Node words_of(const PhraseNode& phrase, bool any) {
  std::vector<Node> words;
  for (Term term : phrase.terms) {
    if (term.match == Match::kExact) term.match = Match::kStem;
    words.push_back({WordNode{phrase.field, std::move(term)}});
  }
  return any ? any_of(std::move(words)) : all_of(std::move(words));
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Recursive descent: one function for each rule of the grammar in ARCHITECTURE.md.
// After the first mistake all further tokens read as the end, so that every rule comes to its own.
class Parser {
 public:
  Parser(std::string_view question, const ParseOptions& options, text::Analyser& analyser)
      : question_(question), options_(options), analyser_(analyser) {
    if (options_.today.year == 0) options_.today = today();
  }

  // Of the question saved as `name`, which `outer` names.
  Parser(std::string_view question, std::string name, const Parser& outer)
      : question_(question),
        options_(outer.options_),
        analyser_(outer.analyser_),
        depth_(outer.depth_),
        terms_(outer.terms_),
        saved_names_(outer.saved_names_) {
    options_.any = false;  // it means the same wherever it is named
    saved_names_.push_back(std::move(name));
  }

  std::variant<Node, QueryError> parse();

 private:
  Node expression();
  Node sequence();
  Clause conjunction();
  Clause clause();
  Node proximity();
  Node operand();
  Node group();
  Node fielded();
  Node saved(const Token& field);
  Node leaf(const Token& token);

  bool reads_as_words(const Token& token) const;
  int distance(std::string_view near);
  Node near(const std::vector<const Token*>& starts, std::vector<Node> operands, int distance);
  void check_behind_colon(const Token& token);
  void misplaced(const Token& token);
  void nothing_to_the_right(const Token& before);

  const Token& peek() const { return tokens_[at_]; }
  const Token& next() { return tokens_[at_ + 1 < tokens_.size() ? at_++ : at_]; }
  bool accept(TokenKind kind);
  void count_terms(std::size_t count, std::string_view place);
  bool go_deeper(std::string_view place);

  // Records the first mistake and drops all further tokens.
  void fail(Mistake mistake);

  std::string_view question_;
  ParseOptions options_;
  text::Analyser& analyser_;
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  Scope scope_;
  int depth_ = 0;
  std::size_t terms_ = 0;
  std::vector<std::string> saved_names_;  // of the saved questions that this one is in
  std::optional<QueryError> error_;
};

std::variant<Node, QueryError> Parser::parse() {
  if (question_.size() > kMaxQuestionBytes) {
    fail({question_.substr(text::floor_boundary(question_, kMaxQuestionBytes)),
          fmt::format("the question is longer than {} bytes", kMaxQuestionBytes),
          "ask for less at once"});
    return *std::move(error_);
  }
  if (text::trim(question_).empty()) return Node{AllNode{}};
  tokens_ = lex(question_, analyser_);
  if (tokens_.size() == 1) {
    fail({text::trim(question_), "there is no word in this question",
          "write at least one word, or * for everything"});
    return *std::move(error_);
  }
  Node node = expression();
  if (peek().kind != TokenKind::kEnd) misplaced(peek());
  if (error_) return *std::move(error_);
  return node;
}

// expression = sequence { "OR" sequence }
Node Parser::expression() {
  std::vector<Node> choices;
  do {
    choices.push_back(sequence());
  } while (accept(TokenKind::kOr));
  return any_of(std::move(choices));
}

// sequence = conjunction { conjunction }
Node Parser::sequence() {
  std::vector<Clause> clauses;
  do {
    clauses.push_back(conjunction());
  } while (starts_clause(peek().kind));
  return side_by_side(std::move(clauses), options_.any);
}

// conjunction = clause { "AND" clause }
Clause Parser::conjunction() {
  Clause first = clause();
  if (peek().kind != TokenKind::kAnd) return first;
  std::vector<Node> nodes;
  nodes.push_back(as_node(std::move(first)));
  while (accept(TokenKind::kAnd)) nodes.push_back(as_node(clause()));
  return {all_of(std::move(nodes)), Sign::kNone};
}

// clause = "NOT" clause | [ "+" | "-" ] proximity
Clause Parser::clause() {
  const std::string_view place = peek().text;
  if (accept(TokenKind::kNot)) {
    if (!go_deeper(place)) return {};
    Node node = as_node(clause());
    --depth_;
    return {std::move(node), Sign::kMinus};
  }
  if (accept(TokenKind::kPlus)) return {proximity(), Sign::kPlus};
  if (accept(TokenKind::kMinus)) return {proximity(), Sign::kMinus};
  return {proximity(), Sign::kNone};
}

// proximity = operand { "NEAR" [ "/" number ] operand }
Node Parser::proximity() {
  std::vector<const Token*> starts{&peek()};
  std::vector<Node> operands;
  operands.push_back(operand());
  std::optional<int> common;
  while (peek().kind == TokenKind::kNear) {
    const std::string_view near = next().text;
    const int here = distance(near);
    if (common && here != *common) {
      fail({near, "one chain of NEAR has two distances",
            "give all the same, or join two chains with AND"});
    }
    common = here;
    if (operands.size() == kMaxNearOperands) {
      fail({near, fmt::format("more than {} words or phrases are joined by NEAR", kMaxNearOperands),
            "join two shorter chains with AND"});
    }
    starts.push_back(&peek());
    operands.push_back(operand());
  }
  if (!common || error_) return std::move(operands.front());
  return near(starts, std::move(operands), *common);
}

// operand = group | field | word | quotation
Node Parser::operand() {
  switch (peek().kind) {
    case TokenKind::kOpen:
      return group();
    case TokenKind::kField:
      return fielded();
    case TokenKind::kWord:
    case TokenKind::kQuote:
      return leaf(next());
    default:
      misplaced(peek());
      return {};
  }
}

// group = "(" expression ")"
Node Parser::group() {
  const std::string_view open = next().text;
  if (!go_deeper(open)) return {};
  Node node = expression();
  --depth_;
  if (peek().kind == TokenKind::kEnd) {
    fail({open, "this ( is never closed", "add a ) where the group ends, or quote the ("});
  }
  accept(TokenKind::kClose);
  return node;
}

// field = name ":" ( word | quotation | group )
Node Parser::fielded() {
  const Token& token = next();
  if (!scope_.name.empty()) {
    fail({token.place, fmt::format("{}: stands inside {}:", token.text, scope_.name),
          fmt::format("write the two side by side, as in {}:(…) {}:(…)", scope_.name, token.text)});
    return {};
  }
  if (text::fold(token.text) == kSavedField) return saved(token);
  const auto scope = find_scope(token.text);
  if (!scope) {
    const std::string_view nearest = nearest_name(token.text);
    const std::string_view behind = peek().kind == TokenKind::kWord ? peek().text : "…";
    fail({token.text, fmt::format("there is no field {}:", token.text),
          fmt::format("{}; to search for the words themselves, quote them: {}",
                      nearest.empty() ? "the fields are " + list_names()
                                      : fmt::format("did you mean {}:", nearest),
                      quoted(fmt::format("{}:{}", token.text, behind)))});
    return {};
  }
  scope_ = *scope;
  check_behind_colon(peek());
  Node node = operand();
  scope_ = Scope{};
  return node;
}

// "query" ":" ( word | quotation ), read as if the saved question stood here in a group
Node Parser::saved(const Token& field) {
  const Token& token = next();
  const std::string name = text::fold(text::trim(token.text));
  if (token.kind != TokenKind::kWord && token.kind != TokenKind::kQuote) {
    fail({field.place, fmt::format("{}: takes the name of a saved question", kSavedField),
          fmt::format("write it right behind, as in {}:istanbul", kSavedField)});
    return {};
  }
  if (std::find(saved_names_.begin(), saved_names_.end(), name) != saved_names_.end()) {
    fail({token.text,
          fmt::format("the saved question {} names itself: {}, {}", name,
                      fmt::join(saved_names_, ", "), name),
          "save one of them anew, without the other in it"});
    return {};
  }
  Result<std::optional<std::string>> found = std::optional<std::string>();
  if (options_.saved) found = options_.saved(name);
  if (!found) {
    fail({token.text, found.error().message, found.error().hint});
    return {};
  }
  if (!*found) {
    fail({token.text, fmt::format("there is no saved question {}", quoted(name)),
          "postil-query --saved lists them; to save one: postil-query --save NAME QUESTION"});
    return {};
  }
  count_terms(1, token.text);
  if (!go_deeper(token.text)) return {};
  Parser inner(**found, name, *this);
  auto read = inner.parse();
  --depth_;
  terms_ = inner.terms_;
  if (const auto* error = std::get_if<QueryError>(&read)) {
    fail({token.text,
          inner.saved_names_.size() > kMaxToldNames
              ? error->message
              : fmt::format("in the saved question {}, column {}: {}", name, error->column,
                            error->message),
          error->hint});
    return {};
  }
  return std::get<Node>(std::move(read));
}

Node Parser::leaf(const Token& token) {
  auto read = read_leaf(token, scope_, options_.today, analyser_);
  if (auto* mistake = std::get_if<Mistake>(&read)) {
    fail(std::move(*mistake));
    return {};
  }
  Node& node = std::get<Node>(read);
  const auto* phrase = std::get_if<PhraseNode>(&node.is);
  count_terms(phrase != nullptr ? phrase->terms.size() : 1, token.place);
  if (phrase == nullptr || !reads_as_words(token)) return std::move(node);
  return words_of(*phrase, options_.any);
}

// Whether a run of several words, such as peace-talks or 和平谈判, is no phrase but its words: where
// its script puts no space between words, and with --any, where a part is better than nothing.
bool Parser::reads_as_words(const Token& token) const {
  if (token.kind != TokenKind::kWord || scope_.type != FieldType::kWords) return false;
  const bool beside_near =
      peek().kind == TokenKind::kNear || (at_ > 1 && tokens_[at_ - 2].kind == TokenKind::kNear);
  return !beside_near && (options_.any || text::is_unspaced(token.text));
}

// The n of NEAR/n.
int Parser::distance(std::string_view near) {
  constexpr std::string_view kNear = "NEAR";
  if (near == kNear) return kDefaultDistance;
  const std::string_view digits = near.substr(kNear.size() + 1);
  const int distance = all_digits(digits) ? to_number(digits) : 0;
  if (distance < 1 || distance > static_cast<int>(schema::kMaxSlop)) {
    fail({near, fmt::format("the distance of NEAR is a number from 1 to {}", schema::kMaxSlop),
          "write NEAR/5 between two words, or NEAR alone for NEAR/10"});
  }
  return distance;
}

Node Parser::near(const std::vector<const Token*>& starts, std::vector<Node> operands,
                  int distance) {
  NearResult result = near_each_other(std::move(operands), distance);
  const std::string_view culprit = starts[std::min(result.culprit, starts.size() - 1)]->place;
  if (result.mistake == NearMistake::kNotWords) {
    fail({culprit, "NEAR stands between words, phrases or (one OR other)",
          "join anything else with AND"});
  } else if (result.mistake == NearMistake::kTwoFields) {
    fail({culprit, "the words beside NEAR are looked for in different fields",
          "name the field once for all of them, as in title:(peace NEAR/5 talks)"});
  } else if (result.mistake == NearMistake::kTooMany) {
    fail({culprit, "these choices beside NEAR make too many combinations", "offer fewer choices"});
  }
  count_terms(result.added_terms, culprit);
  return std::move(result.node);
}

// What may stand right behind `name:` but cannot be meant there.
void Parser::check_behind_colon(const Token& token) {
  if (token.kind != TokenKind::kWord || scope_.type == FieldType::kPeriod) return;
  const std::string_view run = token.text;
  const std::size_t name = field_name_length(run, false);
  if (run.front() == '-' || run.front() == '+') {
    fail({run, fmt::format("{} stands behind {}:", run.front(), scope_.name),
          fmt::format("write it before the field, as in {}{}:…, or quote what it belongs to",
                      run.front(), scope_.name)});
  } else if (name > 0 && scope_.type != FieldType::kValue) {
    fail({run, fmt::format("{}: stands inside {}:", run.substr(0, name), scope_.name),
          fmt::format("write the two side by side; to search for the words, quote them: {}:{}",
                      scope_.name, quoted(run))});
  }
}

void Parser::misplaced(const Token& token) {
  static const Token kNothing;
  const Token& before = at_ > 0 ? tokens_[at_ - 1] : kNothing;
  const bool at_end = token.kind == TokenKind::kEnd || token.kind == TokenKind::kClose;
  if (token.kind == TokenKind::kUnclosed) {
    fail({token.text, "this quotation is never closed", "add a \" where it ends"});
  } else if (token.kind == TokenKind::kForeign) {
    fail({token.text, fmt::format("{} is not an operator here", token.text),
          token.text == "&&" ? "write AND" : "write OR"});
  } else if (at_end && is_operator(before.kind)) {
    nothing_to_the_right(before);
  } else if (before.kind == TokenKind::kOpen && token.kind == TokenKind::kClose) {
    fail({before.text, "this group is empty", "put words between ( and ), or leave both out"});
  } else if (before.kind == TokenKind::kOpen && token.kind == TokenKind::kEnd) {
    fail({before.text, "this ( is never closed", "put words and a ) behind it, or leave it out"});
  } else if (token.kind == TokenKind::kClose) {
    fail({token.text, "this ) closes nothing", "open a group with ( before it, or leave it out"});
  } else if (is_operator(before.kind)) {
    fail({token.text, fmt::format("{} cannot stand right behind {}", token.text, before.text),
          "put a word, phrase or group between the two"});
  } else {
    fail({token.text, fmt::format("{} has nothing to its left", token.text),
          fmt::format("to search for the word itself, quote it: \"{}\"", token.text)});
  }
}

void Parser::nothing_to_the_right(const Token& before) {
  fail({before.text, fmt::format("{} has nothing to its right", before.text),
        fmt::format("put a word there; to search for the word itself, quote it: \"{}\"",
                    before.text)});
}

bool Parser::accept(TokenKind kind) {
  if (peek().kind != kind) return false;
  next();
  return true;
}

void Parser::count_terms(std::size_t count, std::string_view place) {
  terms_ += count;
  if (terms_ <= kMaxTerms) return;
  fail({place, fmt::format("the question has more than {} words", kMaxTerms),
        "ask for less at once"});
}

bool Parser::go_deeper(std::string_view place) {
  if (++depth_ <= kMaxDepth) return true;
  fail({place, fmt::format("groups and NOTs are nested more than {} deep", kMaxDepth),
        "leave out the parentheses that are not needed"});
  return false;
}

void Parser::fail(Mistake mistake) {
  if (!error_) {
    const auto before = static_cast<std::size_t>(mistake.place.data() - question_.data());
    error_ = QueryError{text::count_code_points(question_.substr(0, before)) + 1,
                        std::move(mistake.message), std::move(mistake.hint)};
  }
  at_ = tokens_.empty() ? 0 : tokens_.size() - 1;
}

}  // namespace

std::string check_saved_name(std::string_view name) {
  constexpr std::size_t kMaxNameBytes = 64;
  if (name.empty()) return "a saved question needs a name";
  if (name.size() > kMaxNameBytes) return fmt::format("a name has {} bytes at most", kMaxNameBytes);
  for (std::size_t at = 0; at < name.size();) {
    const bool first = at == 0;
    const char32_t c = text::next_code_point(name, at);
    const bool joins = c == U'-' || c == U'_';
    if (joins ? first : u_isalnum(static_cast<UChar32>(c)) == 0) {
      return "a name is made of letters and digits, with - and _ between";
    }
  }
  return {};
}

std::variant<Node, QueryError> parse(std::string_view question, const ParseOptions& options,
                                     text::Analyser& analyser) {
  return Parser(question, options, analyser).parse();
}

}  // namespace postil::query
