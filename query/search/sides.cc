#include "query/search/sides.h"

#include <type_traits>
#include <vector>

#include "core/schema/fields.h"

namespace postil::query {
namespace {

using schema::FieldId;

void look_at(FieldId field, Sides& sides) {
  if (field == FieldId::kComment) {
    sides.comment = true;
  } else if (field == FieldId::kCommenter) {
    sides.commenter = true;
  } else if (field == FieldId::kKind) {
    sides.kind = true;
  } else if (schema::field(field).type == schema::FieldType::kWords) {
    sides.article = true;
  } else {
    sides.shared = true;
  }
}

void look_at(const Node& node, Sides& sides);

void look_at(const std::vector<Node>& nodes, Sides& sides) {
  for (const Node& node : nodes) look_at(node, sides);
}

void look_at(const Node& node, Sides& sides) {
  std::visit(
      [&sides](const auto& is) {
        using Alternative = std::decay_t<decltype(is)>;
        if constexpr (std::is_same_v<Alternative, AndNode> || std::is_same_v<Alternative, OrNode>) {
          look_at(is.children, sides);
        } else if constexpr (std::is_same_v<Alternative, NotNode>) {
          look_at(*is.child, sides);
        } else if constexpr (std::is_same_v<Alternative, MaybeNode>) {
          look_at(*is.required, sides);
          look_at(*is.optional, sides);
        } else if constexpr (std::is_same_v<Alternative, AllNode> ||
                             std::is_same_v<Alternative, DateNode>) {
          sides.shared = true;
        } else {
          look_at(is.field, sides);
        }
      },
      node.is);
}

}  // namespace

Sides sides_of(const Node& node) {
  Sides sides;
  look_at(node, sides);
  return sides;
}

Sides sides_of(const AndNode& node) {
  Sides sides;
  look_at(node.children, sides);
  return sides;
}

}  // namespace postil::query
