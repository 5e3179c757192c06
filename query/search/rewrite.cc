#include "query/search/rewrite.h"

#include <memory>
#include <type_traits>
#include <vector>

namespace postil::query {
namespace {

std::unique_ptr<Node> rewrite_child(const std::unique_ptr<Node>& child, const Rewrite& rewrite) {
  return std::make_unique<Node>(rewritten(*child, rewrite));
}

std::vector<Node> rewrite_all(const std::vector<Node>& nodes, const Rewrite& rewrite) {
  std::vector<Node> all;
  for (const Node& node : nodes) all.push_back(rewritten(node, rewrite));
  return all;
}

}  // namespace

Node rewritten(const Node& node, const Rewrite& rewrite) {
  return std::visit(
      [&](const auto& is) -> Node {
        using Alternative = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Alternative, WordNode>) {
          return rewrite.word ? rewrite.word(is) : Node{is};
        } else if constexpr (std::is_same_v<Alternative, PhraseNode>) {
          return rewrite.phrase ? rewrite.phrase(is) : Node{is};
        } else if constexpr (std::is_same_v<Alternative, NearNode>) {
          if (rewrite.near) return rewrite.near(is);
          return Node{NearNode{is.field, rewrite_all(is.operands, rewrite), is.distance}};
        } else if constexpr (std::is_same_v<Alternative, AndNode> ||
                             std::is_same_v<Alternative, OrNode>) {
          return Node{Alternative{rewrite_all(is.children, rewrite)}};
        } else if constexpr (std::is_same_v<Alternative, NotNode>) {
          return Node{NotNode{rewrite_child(is.child, {})}};
        } else if constexpr (std::is_same_v<Alternative, MaybeNode>) {
          return Node{
              MaybeNode{rewrite_child(is.required, rewrite), rewrite_child(is.optional, rewrite)}};
        } else {
          return Node{is};
        }
      },
      node.is);
}

}  // namespace postil::query
