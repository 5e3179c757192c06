// A tree written out as a question is read as the same tree: for trees made at random, and for
// those that random questions give.

#include <doctest/doctest.h>

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/text/utf8.h"
#include "query/parse/combine.h"
#include "query/parse/parser.h"
#include "tests/support/outline.h"
#include "tests/support/query_tree.h"
#include "tests/support/random.h"

namespace postil::query {
namespace {

using schema::FieldId;
using schema::FieldType;
using test::Random;

constexpr std::array<std::string_view, 20> kWords = {
    "talks",   "istanbul",   "and",   "or",    "not",   "near", "don't",
    "u.s",     "3.5",        "1,000", "title", "since", "київ", "erdogan",
    "стамбул", "snake_case", "a",     "和平",  "צה\"ל", "ss1"};

constexpr std::array<std::string_view, 10> kValues = {
    "war", "Foreign Policy", "c++", "*", "-x", "a:b", "//x", "(y)", "AND", "צה\"ל ושלום"};

// Makes trees in the form that the parser gives them.
class TreeMaker {
 public:
  TreeMaker(std::uint32_t seed, bool any) : random_(seed), any_(any) {}

  Node tree(int depth) {
    switch (depth == 0 ? 0 : random_.below(any_ ? 6 : 5)) {
      case 0:
      case 1:
        return leaf();
      case 2:
        return all_of(several(depth));
      case 3:
        return any_of(several(depth));
      case 4:
        return negated(tree(depth - 1));
      default:
        return {MaybeNode{std::make_unique<Node>(tree(depth - 1)),
                          std::make_unique<Node>(tree(depth - 1))}};
    }
  }

 private:
  std::vector<Node> several(int depth) {
    std::vector<Node> nodes;
    for (std::uint32_t i = 0; i < 2 + random_.below(3); ++i) nodes.push_back(tree(depth - 1));
    return nodes;
  }

  Node leaf() {
    switch (random_.below(8)) {
      case 0:
        return {AllNode{}};
      case 1:
        return {date()};
      case 2:
        return value();
      case 3:
        return near();
      default:
        return word_or_phrase(field());
    }
  }

  // A field that holds words or names.
  FieldId field() {
    for (;;) {
      const schema::Field& field = random_.pick(schema::kFields);
      const bool words = field.type == FieldType::kWords || field.type == FieldType::kName;
      if (words) return random_.below(2) == 0 ? FieldId::kText : field.id;
    }
  }

  Node word_or_phrase(FieldId id) {
    if (random_.below(3) == 0) {
      PhraseNode phrase{id, {}, random_.below(2) == 0 ? 0 : static_cast<int>(random_.below(101))};
      for (std::uint32_t i = 0; i < 2 + random_.below(4); ++i) phrase.terms.push_back(exact());
      const bool words = schema::field(id).type == FieldType::kWords;
      const bool spelled = words && random_.below(4) == 0;
      for (Term& term : phrase.terms) term.spelled = spelled;
      return {std::move(phrase)};
    }
    const bool words = schema::field(id).type == FieldType::kWords;
    Term term = exact();
    if (term.match == Match::kExact) {
      const auto kind = random_.below(4);
      if (kind == 0) {
        term.match = Match::kFuzzy;
        term.edits = static_cast<int>(1 + random_.below(2));
      } else if (kind < 3 && words) {
        term.match = Match::kStem;
      } else {
        term.spelled = words && random_.below(4) == 0;
      }
    }
    return {WordNode{id, std::move(term)}};
  }

  // An exact word or a wildcard.
  Term exact() {
    Term term{std::string(random_.pick(kWords)), Match::kExact, 0};
    const auto kind = random_.below(8);
    if (kind == 0) term.text += "*";
    if (kind == 1) term.text = "?" + term.text;
    if (kind == 2) term.text = "*" + term.text + "?x";
    if (kind < 3) term.match = Match::kWildcard;
    return term;
  }

  Node near() {
    const FieldId id = field();
    NearNode near{id, {}, static_cast<int>(1 + random_.below(100))};
    for (std::uint32_t i = 0; i < 2 + random_.below(2); ++i) {
      near.operands.push_back(word_or_phrase(id));
    }
    return {std::move(near)};
  }

  Node value() {
    switch (random_.below(4)) {
      case 0:
        return {ValueNode{FieldId::kLang, "pt"}};
      case 1:
        return {ValueNode{FieldId::kKind, "comment"}};
      case 2:
        return {ValueNode{FieldId::kFolder, std::string(random_.pick(kValues))}};
      default:
        return {ValueNode{FieldId::kTag, std::string(random_.pick(kValues))}};
    }
  }

  DateNode date() {
    const PartialDate early{2001, static_cast<std::uint8_t>(random_.below(13)), 0};
    const PartialDate late{2022, 2, static_cast<std::uint8_t>(random_.below(29))};
    switch (random_.below(4)) {
      case 0:
        return {early, std::nullopt};
      case 1:
        return {std::nullopt, late};
      case 2:
        return {early, early};
      default:
        return {early, late};
    }
  }

  Random random_;
  bool any_;
};

void check_round_trip(const Node& tree, bool any, text::Analyser& analyser) {
  const std::string written = to_query(tree);
  CAPTURE(written);
  const auto again = parse(written, {any, {}}, analyser);
  const auto* error = std::get_if<QueryError>(&again);
  const std::string mistake = error != nullptr ? error->message : "";
  REQUIRE(mistake.empty());
  const bool same = std::get<Node>(again) == tree;
  if (!same) {
    MESSAGE(test::to_outline(tree) << "is not\n" << test::to_outline(std::get<Node>(again)));
  }
  REQUIRE(same);
}

// A question that makes little sense, of pieces that the grammar gives a meaning to.
std::string random_question(Random& random) {
  constexpr std::array<std::string_view, 44> kPieces = {
      " ",     " ",    " ",        " ",      "a",   "talks",    "\"",     "“",       "”",
      "(",     ")",    "(",        ")",      "AND", "OR",       "NOT",    "NEAR/3",  "NEAR",
      "-",     "+",    "~",        "~2",     "*",   "?",        "title:", "author:", "tag:",
      "date:", "2022", "..",       "since:", "1y",  "https://", "x:y",    "—",       "&",
      ".",     "'",    "和平谈判", "צה\"ל",  "é",   "\xCC\x81", "\n",     "_"};
  std::string question;
  for (std::uint32_t i = 0; i < 1 + random.below(16); ++i) question += random.pick(kPieces);
  return question;
}

TEST_CASE("a tree written out as a question is read as the same tree") {
  text::Analyser analyser;
  for (const bool any : {false, true}) {
    TreeMaker maker(20240320, any);
    for (int i = 0; i < 4000; ++i) check_round_trip(maker.tree(i % 5), any, analyser);
  }
}

TEST_CASE("what a random question is read as reads the same when it is written out") {
  text::Analyser analyser;
  Random random(7);
  std::size_t read = 0;
  for (int i = 0; i < 12'000; ++i) {
    const std::string question = random_question(random);
    CAPTURE(question);
    const bool any = i % 2 == 0;
    const auto result = parse(question, {any, {2024, 3, 20}}, analyser);
    if (const auto* error = std::get_if<QueryError>(&result)) {
      REQUIRE(error->column >= 1);
      REQUIRE(error->column <= text::count_code_points(question) + 1);
      REQUIRE_FALSE(describe(*error, question).empty());
      continue;
    }
    ++read;
    const Node& tree = std::get<Node>(result);
    if (test::has_stable_terms(tree, analyser)) check_round_trip(tree, any, analyser);
  }
  CHECK(read > 2000);
}

TEST_CASE("a written question names the field of each of its words") {
  text::Analyser analyser;
  const auto written = [&](std::string_view question, bool any = false) {
    const auto result = parse(question, {any, {2024, 3, 20}}, analyser);
    REQUIRE(std::holds_alternative<Node>(result));
    return to_query(std::get<Node>(result));
  };
  CHECK(written("") == "*");
  CHECK(written("Istanbul talks") == "istanbul AND talks");
  CHECK(written("Istanbul talks", true) == "istanbul OR talks");
  CHECK(written("title:(a b) OR c") == "title:a AND title:b OR c");
  CHECK(written("(a OR b) -c") == "(a OR b) AND NOT c");
  CHECK(written("+a b (c d) -e", true) == "(+a b c d) AND NOT e");
  CHECK(written("+a b (c AND d)", true) == "+a b (c AND d)");
  CHECK(written("by:Roberts tag:“Foreign Policy” since:1y") ==
        "author:roberts AND tag:\"Foreign Policy\" AND date:2023-03-20..");
  CHECK(written("a NEAR b NOT \"c d\"~4") == "a NEAR/10 b AND NOT \"c d\"~4");
}

}  // namespace
}  // namespace postil::query
