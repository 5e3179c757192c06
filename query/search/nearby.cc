#include "query/search/nearby.h"

#include <algorithm>
#include <array>
#include <utility>

#include "query/parse/combine.h"
#include "query/parse/parser.h"
#include "query/search/rewrite.h"

namespace postil::query {
namespace {

constexpr std::array kSlops = {1, 2, 3, 5, 10};
constexpr int kNearDistance = 10;

// Questions of more parts than this are not tried without each of them.
constexpr std::size_t kMaxLeftOut = 6;

bool is_text(schema::FieldId field) {
  return schema::field(field).type == schema::FieldType::kWords;
}

// What a question has that can be widened, outside of NOT.
struct Contents {
  bool phrase = false;
  bool exact_word = false;
  bool near = false;
};

Contents contents_of(const Node& tree) {
  Contents contents;
  Rewrite look;
  look.word = [&](const WordNode& word) {
    const bool exact = is_text(word.field) && word.term.match == Match::kExact;
    contents.exact_word = contents.exact_word || exact;
    return Node{word};
  };
  look.phrase = [&](const PhraseNode& phrase) {
    contents.phrase = contents.phrase || is_text(phrase.field);
    return Node{phrase};
  };
  look.near = [&](const NearNode& near) {
    contents.near = contents.near || is_text(near.field);
    return Node{};
  };
  (void)rewritten(tree, look);
  return contents;
}

Node in_any_form(schema::FieldId field, Term term) {
  if (term.match == Match::kExact) term.match = Match::kStem;
  return Node{WordNode{field, std::move(term)}};
}

std::vector<Node> words_of(const PhraseNode& phrase) {
  std::vector<Node> words;
  for (const Term& term : phrase.terms) words.push_back(in_any_form(phrase.field, term));
  return words;
}

Node copy_near(const NearNode& near, int distance) {
  NearNode copy{near.field, {}, distance};
  for (const Node& operand : near.operands) copy.operands.push_back(copy_of(operand));
  return Node{std::move(copy)};
}

Node with_slop(const Node& tree, std::size_t step) {
  Rewrite rewrite;
  rewrite.phrase = [&](const PhraseNode& phrase) {
    PhraseNode wider = phrase;
    if (is_text(phrase.field)) wider.slop = std::max(wider.slop, kSlops.at(step));
    return Node{std::move(wider)};
  };
  rewrite.near = [&](const NearNode& near) {
    const int distance = near.distance * (2 << step);
    return copy_near(near, std::min(distance, static_cast<int>(schema::kMaxSlop)));
  };
  return rewritten(tree, rewrite);
}

// The words of phrases and NEAR in any form: near each other, or anywhere.
Node with_stems(const Node& tree, bool together) {
  Rewrite rewrite;
  rewrite.word = [](const WordNode& word) {
    return is_text(word.field) ? in_any_form(word.field, word.term) : Node{word};
  };
  rewrite.phrase = [&](const PhraseNode& phrase) {
    if (!is_text(phrase.field)) return Node{phrase};
    const bool near = together && phrase.terms.size() <= kMaxNearOperands;
    if (near) return Node{NearNode{phrase.field, words_of(phrase), kNearDistance}};
    return all_of(words_of(phrase));
  };
  rewrite.near = [&](const NearNode& near) {
    if (together || !is_text(near.field)) return copy_near(near, near.distance);
    std::vector<Node> operands;
    for (const Node& operand : near.operands) {
      const auto* word = std::get_if<WordNode>(&operand.is);
      operands.push_back(word != nullptr ? in_any_form(word->field, word->term) : copy_of(operand));
    }
    return all_of(std::move(operands));
  };
  return rewritten(tree, rewrite);
}

// What stands directly under "all of", words and phrases and groups of them, without filters.
bool can_be_left_out(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.is)) return is_text(word->field);
  if (const auto* phrase = std::get_if<PhraseNode>(&node.is)) return is_text(phrase->field);
  return std::holds_alternative<NearNode>(node.is) || std::holds_alternative<OrNode>(node.is);
}

void add_fewer_words(const Node& tree, std::vector<Ladder>& ladders) {
  const Node anywhere = with_stems(tree, false);
  const auto* inner = std::get_if<AndNode>(&anywhere.is);
  if (inner == nullptr) return;
  std::vector<Node> copies;
  for (const Node& child : inner->children) copies.push_back(copy_of(child));
  const Node flat = all_of(std::move(copies));
  const std::vector<Node>& children = std::get<AndNode>(flat.is).children;
  const auto parts =
      static_cast<std::size_t>(std::count_if(children.begin(), children.end(), can_be_left_out));
  if (parts < 2 || parts > kMaxLeftOut) return;
  std::vector<Node> any;
  std::vector<Node> others;
  for (const Node& left_out : children) {
    if (!can_be_left_out(left_out)) {
      others.push_back(copy_of(left_out));
      continue;
    }
    any.push_back(copy_of(left_out));
    std::vector<Node> rest;
    for (const Node& child : children) {
      if (&child != &left_out) rest.push_back(copy_of(child));
    }
    Ladder& ladder = ladders.emplace_back();
    ladder.rungs.push_back(all_of(std::move(rest)));
    ladder.last_resort = parts == 2;  // one word of two is another question
  }
  if (parts < 3) return;  // each alone was among the ones before
  others.insert(others.begin(), any_of(std::move(any)));
  Ladder& ladder = ladders.emplace_back();
  ladder.last_resort = true;
  ladder.rungs.push_back(all_of(std::move(others)));
}

}  // namespace

std::vector<Ladder> relaxations(const Node& tree) {
  std::vector<Ladder> ladders;
  const Contents contents = contents_of(tree);
  if (contents.phrase || contents.near) {
    Ladder& slop = ladders.emplace_back();
    for (std::size_t step = 0; step < kSlops.size(); ++step) {
      slop.rungs.push_back(with_slop(tree, step));
    }
  }
  if (contents.phrase || contents.near || contents.exact_word) {
    if (contents.phrase) ladders.emplace_back().rungs.push_back(with_stems(tree, true));
    ladders.emplace_back().rungs.push_back(with_stems(tree, false));
  }
  add_fewer_words(tree, ladders);
  return ladders;
}

}  // namespace postil::query
