// The stack of open elements and the links of the tree.
#include "indexer/readers/html/tag_sets.h"
#include "indexer/readers/html/tree_builder.h"

namespace postil::index::html {
namespace {

constexpr std::size_t kMostAttributes = 0xFFFF;

// Elements of SVG and MathML in which HTML begins anew.
bool is_integration_point(const PageTree& tree, NodeId node) {
  const PageNode& element = tree.nodes[node];
  if (!element.foreign) return false;
  if (element.tag == Tag::kForeignObject || element.tag == Tag::kDesc) return true;
  const std::string_view name = tree.name_of(node);
  return name == "title" || name == "mi" || name == "mo" || name == "mn" || name == "ms" ||
         name == "mtext" || name == "annotation-xml";
}

}  // namespace

NodeId TreeBuilder::make(const Token& token) {
  PageNode node;
  node.tag = token.tag;
  if (token.tag == Tag::kOther) node.text = token.range;
  node.attributes = static_cast<std::uint16_t>(std::min(token.attributes.size(), kMostAttributes));
  node.attributes_at = static_cast<std::uint32_t>(tree_.attributes.size());
  tree_.attributes.insert(tree_.attributes.end(), token.attributes.begin(),
                          token.attributes.begin() + node.attributes);
  tree_.nodes.push_back(node);
  return static_cast<NodeId>(tree_.nodes.size() - 1);
}

// The same element again, with the attributes of the first.
NodeId TreeBuilder::clone(NodeId node) {
  PageNode copy = tree_.nodes[node];
  copy.parent = copy.first = copy.last = copy.previous = copy.next = 0;
  tree_.nodes.push_back(copy);
  return static_cast<NodeId>(tree_.nodes.size() - 1);
}

NodeId TreeBuilder::insert(const Token& token) {
  const NodeId node = make(token);
  open(node);
  return node;
}

void TreeBuilder::insert_void(const Token& token) { place(make(token)); }

void TreeBuilder::open(NodeId node) {
  // All that is deeper becomes siblings.
  if (stack_.size() >= kDeepest) stack_.pop_back();
  place(node);
  stack_.push_back(node);
}

void TreeBuilder::place(NodeId node) {
  if (!foster_ || !kTableParts.has(current_tag())) {
    append(current(), node);
    return;
  }
  // Before the innermost table.
  for (std::size_t i = stack_.size(); i-- > 1;) {
    if (tag_at(i) == Tag::kTemplate) {
      append(stack_[i], node);
      return;
    }
    if (tag_at(i) != Tag::kTable) continue;
    const NodeId table = stack_[i];
    if (tree_.nodes[table].parent != 0) {
      insert_before(table, node);
    } else {
      append(stack_[i - 1], node);
    }
    return;
  }
  append(stack_.front(), node);
}

void TreeBuilder::append(NodeId parent, NodeId node) {
  PageNode& child = tree_.nodes[node];
  child.parent = parent;
  child.next = 0;
  child.previous = tree_.nodes[parent].last;
  if (child.previous != 0) {
    tree_.nodes[child.previous].next = node;
  } else {
    tree_.nodes[parent].first = node;
  }
  tree_.nodes[parent].last = node;
}

void TreeBuilder::insert_before(NodeId sibling, NodeId node) {
  PageNode& child = tree_.nodes[node];
  PageNode& behind = tree_.nodes[sibling];
  child.parent = behind.parent;
  child.next = sibling;
  child.previous = behind.previous;
  if (behind.previous != 0) {
    tree_.nodes[behind.previous].next = node;
  } else {
    tree_.nodes[behind.parent].first = node;
  }
  behind.previous = node;
}

void TreeBuilder::detach(NodeId node) {
  PageNode& child = tree_.nodes[node];
  PageNode& parent = tree_.nodes[child.parent];
  if (child.previous != 0) {
    tree_.nodes[child.previous].next = child.next;
  } else if (parent.first == node) {
    parent.first = child.next;
  }
  if (child.next != 0) {
    tree_.nodes[child.next].previous = child.previous;
  } else if (parent.last == node) {
    parent.last = child.previous;
  }
  child.parent = child.previous = child.next = 0;
}

void TreeBuilder::move_children(NodeId from, NodeId to) {
  while (tree_.nodes[from].first != 0) {
    const NodeId child = tree_.nodes[from].first;
    detach(child);
    append(to, child);
  }
}

void TreeBuilder::pop_until(Tag tag) {
  while (stack_.size() > 1) {
    const bool found = current_tag() == tag;
    stack_.pop_back();
    if (found) return;
  }
}

void TreeBuilder::pop_until(const TagSet& tags) {
  while (stack_.size() > 1) {
    const bool found = tags.has(current_tag());
    stack_.pop_back();
    if (found) return;
  }
}

void TreeBuilder::pop_to(std::size_t size) {
  if (size >= 1 && size < stack_.size()) stack_.resize(size);
}

bool TreeBuilder::in_scope(Tag tag, Scope scope) const { return in_scope(TagSet{tag}, scope); }

bool TreeBuilder::in_scope(const TagSet& tags, Scope scope) const {
  static constexpr TagSet kTableScope = {Tag::kHtml, Tag::kTable, Tag::kTemplate};
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const Tag tag = tag_at(i);
    if (tags.has(tag)) return true;
    switch (scope) {
      case Scope::kTable:
        if (kTableScope.has(tag)) return false;
        continue;
      case Scope::kSelect:
        if (tag != Tag::kOptgroup && tag != Tag::kOption) return false;
        continue;
      case Scope::kList:
        if (tag == Tag::kOl || tag == Tag::kUl) return false;
        break;
      case Scope::kButton:
        if (tag == Tag::kButton) return false;
        break;
      case Scope::kUsual:
        break;
    }
    if (kScopeEnds.has(tag) || is_integration_point(tree_, stack_[i])) return false;
  }
  return false;
}

void TreeBuilder::close_implied(Tag except) {
  while (stack_.size() > 1 && kImplied.has(current_tag()) && current_tag() != except) {
    stack_.pop_back();
  }
}

void TreeBuilder::close_paragraph() {
  if (!in_scope(Tag::kP, Scope::kButton)) return;
  close_implied(Tag::kP);
  pop_until(Tag::kP);
}

std::size_t TreeBuilder::on_stack(NodeId node) const {
  std::size_t i = stack_.size();
  while (i-- > 0) {
    if (stack_[i] == node) return i;
  }
  return stack_.size();
}

bool TreeBuilder::is_foreign(const Token& token) const {
  const NodeId node = current();
  if (!tree_.nodes[node].foreign) return false;
  if (!is_integration_point(tree_, node)) return true;
  return token.kind != TokenKind::kText && token.kind != TokenKind::kStart;
}

// True if the token was of the foreign element; else what is open of it has been closed.
bool TreeBuilder::start_foreign(const Token& token) {
  if (kLeaveForeign.has(token.tag)) {
    while (stack_.size() > 1 && tree_.nodes[current()].foreign &&
           !is_integration_point(tree_, current())) {
      stack_.pop_back();
    }
    return false;
  }
  Token foreign = token;
  const bool known = token.tag == Tag::kSvg || token.tag == Tag::kMath ||
                     token.tag == Tag::kForeignObject || token.tag == Tag::kDesc;
  if (!known) foreign.tag = Tag::kOther;
  const NodeId node = insert(foreign);
  tree_.nodes[node].foreign = true;
  if (token.self_closing) pop();
  return true;
}

// True if the end tag is of a foreign element that is open.
bool TreeBuilder::end_foreign(const Token& token) {
  const std::string_view wanted = tree_.view(token.range);
  for (std::size_t i = stack_.size(); i-- > 1 && tree_.nodes[stack_[i]].foreign;) {
    if (tree_.name_of(stack_[i]) == wanted) {
      pop_to(i);
      return true;
    }
  }
  return false;
}

}  // namespace postil::index::html
