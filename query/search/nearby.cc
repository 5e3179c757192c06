#include "query/search/nearby.h"

#include <array>
#include <functional>
#include <memory>
#include <type_traits>

namespace postil::query {
namespace {

constexpr std::array kSlops = {1, 2, 3, 5, 10};

using Rewrite = std::function<Node(const PhraseNode&)>;

std::unique_ptr<Node> rewrite_child(const std::unique_ptr<Node>& child, const Rewrite& rewrite);

// A copy of the tree with every phrase that is not beneath a NOT rewritten.
Node copy(const Node& node, const Rewrite& rewrite) {
  return std::visit(
      [&](const auto& is) -> Node {
        using Alternative = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Alternative, PhraseNode>) {
          return rewrite(is);
        } else if constexpr (std::is_same_v<Alternative, AndNode> ||
                             std::is_same_v<Alternative, OrNode>) {
          Alternative changed;
          for (const Node& child : is.children) changed.children.push_back(copy(child, rewrite));
          return Node{std::move(changed)};
        } else if constexpr (std::is_same_v<Alternative, NotNode>) {
          return Node{NotNode{
              rewrite_child(is.child, [](const PhraseNode& phrase) { return Node{phrase}; })}};
        } else if constexpr (std::is_same_v<Alternative, MaybeNode>) {
          return Node{
              MaybeNode{rewrite_child(is.required, rewrite), rewrite_child(is.optional, rewrite)}};
        } else if constexpr (std::is_same_v<Alternative, NearNode>) {
          NearNode near;
          near.field = is.field;
          near.distance = is.distance;
          for (const Node& operand : is.operands) {
            near.operands.push_back(
                copy(operand, [](const PhraseNode& phrase) { return Node{phrase}; }));
          }
          return Node{std::move(near)};
        } else {
          return Node{is};
        }
      },
      node.is);
}

std::unique_ptr<Node> rewrite_child(const std::unique_ptr<Node>& child, const Rewrite& rewrite) {
  return std::make_unique<Node>(copy(*child, rewrite));
}

bool is_text(const PhraseNode& phrase) {
  return schema::field(phrase.field).type == schema::FieldType::kWords;
}

Node as_words(const PhraseNode& phrase) {
  AndNode words;
  for (const Term& term : phrase.terms) {
    Term word = term;
    if (word.match == Match::kExact) word.match = Match::kStem;
    words.children.push_back(Node{WordNode{phrase.field, std::move(word)}});
  }
  return Node{std::move(words)};
}

}  // namespace

std::vector<std::vector<Node>> relaxations(const Node& tree) {
  bool has_phrase = false;
  (void)copy(tree, [&](const PhraseNode& phrase) {
    has_phrase = has_phrase || is_text(phrase);
    return Node{phrase};
  });
  if (!has_phrase) return {};
  std::vector<Node> with_slop;
  for (const int slop : kSlops) {
    with_slop.push_back(copy(tree, [slop](const PhraseNode& phrase) {
      PhraseNode wider = phrase;
      if (is_text(phrase) && wider.slop < slop) wider.slop = slop;
      return Node{std::move(wider)};
    }));
  }
  std::vector<std::vector<Node>> ladders;
  ladders.push_back(std::move(with_slop));
  ladders.emplace_back();
  ladders.back().push_back(copy(tree, [](const PhraseNode& phrase) {
    return is_text(phrase) ? as_words(phrase) : Node{phrase};
  }));
  return ladders;
}

}  // namespace postil::query
