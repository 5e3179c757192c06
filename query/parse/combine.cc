#include "query/parse/combine.h"

#include <memory>
#include <utility>

namespace postil::query {
namespace {

constexpr std::size_t kMaxCombinations = 100;

// The nodes under one Group (AndNode or OrNode), those of a child of the same kind in its place.
template <class Group>
Node grouped(std::vector<Node> nodes) {
  Group group;
  for (Node& node : nodes) {
    if (auto* inner = std::get_if<Group>(&node.is)) {
      for (Node& child : inner->children) group.children.push_back(std::move(child));
    } else {
      group.children.push_back(std::move(node));
    }
  }
  if (group.children.size() == 1) return std::move(group.children.front());
  return {std::move(group)};
}

Node maybe(Node required, Node optional) {
  return {MaybeNode{std::make_unique<Node>(std::move(required)),
                    std::make_unique<Node>(std::move(optional))}};
}

// The field of a word or phrase, none for any other node.
std::optional<schema::FieldId> field_of_words(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.is)) return word->field;
  if (const auto* phrase = std::get_if<PhraseNode>(&node.is)) return phrase->field;
  return std::nullopt;
}

std::size_t count_terms(const Node& node) {
  const auto* phrase = std::get_if<PhraseNode>(&node.is);
  return phrase != nullptr ? phrase->terms.size() : 1;
}

// The choices that an operand of NEAR offers: itself, or the children of an "any of".
std::vector<Node> choices_of(Node operand) {
  if (auto* any = std::get_if<OrNode>(&operand.is)) return std::move(any->children);
  std::vector<Node> choices;
  choices.push_back(std::move(operand));
  return choices;
}

Node copy_of_words(const Node& node) {
  if (const auto* word = std::get_if<WordNode>(&node.is)) return {*word};
  return {std::get<PhraseNode>(node.is)};
}

using Choices = std::vector<std::vector<Node>>;

std::optional<NearMistake> check_choices(const Choices& choices, std::size_t& culprit) {
  std::optional<schema::FieldId> field;
  std::size_t combinations = 1;
  for (culprit = 0; culprit < choices.size(); ++culprit) {
    for (const Node& choice : choices[culprit]) {
      const auto of_choice = field_of_words(choice);
      if (!of_choice) return NearMistake::kNotWords;
      if (field && *field != *of_choice) return NearMistake::kTwoFields;
      field = of_choice;
    }
    combinations *= choices[culprit].size();
    if (combinations > kMaxCombinations) return NearMistake::kTooMany;
  }
  return std::nullopt;
}

// Moves on to the next combination, as the wheels of a counter; false behind the last.
bool advance(std::vector<std::size_t>& picked, const Choices& choices) {
  for (std::size_t i = picked.size(); i-- > 0;) {
    if (++picked[i] < choices[i].size()) return true;
    picked[i] = 0;
  }
  return false;
}

}  // namespace

Node all_of(std::vector<Node> nodes) { return grouped<AndNode>(std::move(nodes)); }

Node any_of(std::vector<Node> nodes) { return grouped<OrNode>(std::move(nodes)); }

Node negated(Node node) { return {NotNode{std::make_unique<Node>(std::move(node))}}; }

Node as_node(Clause clause) {
  return clause.sign == Sign::kMinus ? negated(std::move(clause.node)) : std::move(clause.node);
}

Node side_by_side(std::vector<Clause> clauses, bool any) {
  std::vector<Node> always;
  std::vector<Node> excluded;
  std::vector<Node> optional;
  for (Clause& clause : clauses) {
    if (!any || clauses.size() == 1 || clause.sign == Sign::kPlus) {
      always.push_back(as_node(std::move(clause)));
    } else if (clause.sign == Sign::kMinus) {
      excluded.push_back(as_node(std::move(clause)));
    } else {
      optional.push_back(std::move(clause.node));
    }
  }
  std::vector<Node> parts;
  if (optional.empty()) {
    parts = std::move(always);
  } else if (always.empty()) {
    parts.push_back(any_of(std::move(optional)));
  } else {
    parts.push_back(maybe(all_of(std::move(always)), any_of(std::move(optional))));
  }
  for (Node& node : excluded) parts.push_back(std::move(node));
  return all_of(std::move(parts));
}

NearResult near_each_other(std::vector<Node> operands, int distance) {
  NearResult result;
  Choices choices;
  std::size_t typed_terms = 0;
  for (Node& operand : operands) choices.push_back(choices_of(std::move(operand)));
  result.mistake = check_choices(choices, result.culprit);
  if (result.mistake) return result;
  for (const auto& operand : choices) {
    for (const Node& choice : operand) typed_terms += count_terms(choice);
  }
  std::vector<Node> nears;
  std::size_t terms = 0;
  std::vector<std::size_t> picked(choices.size());
  do {
    NearNode near{*field_of_words(choices.front().front()), {}, distance};
    for (std::size_t i = 0; i < choices.size(); ++i) {
      near.operands.push_back(copy_of_words(choices[i][picked[i]]));
      terms += count_terms(near.operands.back());
    }
    nears.push_back({std::move(near)});
  } while (advance(picked, choices));
  result.added_terms = terms - typed_terms;
  result.node = any_of(std::move(nears));
  return result;
}

}  // namespace postil::query
