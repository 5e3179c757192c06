// Equality of the nodes that hold other nodes. No tree is deeper than kMaxDepth (parser.h) allows.

#include "query/parse/ast.h"

namespace postil::query {
namespace {

bool same(const std::unique_ptr<Node>& a, const std::unique_ptr<Node>& b) {
  return a && b ? *a == *b : a == b;
}

}  // namespace

bool NearNode::operator==(const NearNode& other) const {
  return field == other.field && distance == other.distance && operands == other.operands;
}

bool AndNode::operator==(const AndNode& other) const { return children == other.children; }

bool OrNode::operator==(const OrNode& other) const { return children == other.children; }

bool NotNode::operator==(const NotNode& other) const { return same(child, other.child); }

bool MaybeNode::operator==(const MaybeNode& other) const {
  return same(required, other.required) && same(optional, other.optional);
}

}  // namespace postil::query
