// Bold, links and the like, which end where they should not and go on where they need not be told
// to: WHATWG HTML, 13.2.4.3 and the adoption agency of 13.2.6.4.7.
#include <algorithm>

#include "indexer/readers/html/tag_sets.h"
#include "indexer/readers/html/tree_builder.h"

namespace postil::index::html {
namespace {

// Three of a kind are enough, and this many in all: a page that opens more has lost count.
constexpr std::size_t kMostOfAKind = 3;
constexpr std::size_t kMostFormatting = 64;

constexpr int kMostAdoptions = 8;
constexpr int kMostCopies = 3;

}  // namespace

std::size_t TreeBuilder::in_formatting(NodeId node) const {
  return static_cast<std::size_t>(std::find(formatting_.begin(), formatting_.end(), node) -
                                  formatting_.begin());
}

NodeId TreeBuilder::formatting_element(Tag tag) const {
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i] != 0;) {
    if (tree_.nodes[formatting_[i]].tag == tag) return formatting_[i];
  }
  return 0;
}

void TreeBuilder::push_formatting(NodeId node) {
  const auto same = [&](NodeId other) {
    const PageNode& a = tree_.nodes[node];
    const PageNode& b = tree_.nodes[other];
    if (a.tag != b.tag || a.attributes != b.attributes) return false;
    for (std::size_t i = 0; i < a.attributes; ++i) {
      const PageAttribute& left = tree_.attributes[a.attributes_at + i];
      if (tree_.attribute(other, left.attribute) != tree_.view(left.value)) return false;
    }
    return true;
  };
  std::size_t of_a_kind = 0;
  std::size_t earliest = 0;
  std::size_t since_marker = 0;
  for (std::size_t i = formatting_.size(); i-- > 0 && formatting_[i] != 0;) {
    ++since_marker;
    if (!same(formatting_[i])) continue;
    ++of_a_kind;
    earliest = i;
  }
  if (of_a_kind >= kMostOfAKind) {
    formatting_.erase(formatting_.begin() + earliest);
  } else if (since_marker >= kMostFormatting) {
    formatting_.erase(formatting_.end() - since_marker);
  }
  formatting_.push_back(node);
}

void TreeBuilder::reconstruct_formatting() {
  if (formatting_.empty()) return;
  std::size_t i = formatting_.size();
  while (i > 0 && formatting_[i - 1] != 0 && on_stack(formatting_[i - 1]) == stack_.size()) --i;
  for (; i < formatting_.size(); ++i) {
    const NodeId copy = clone(formatting_[i]);
    open(copy);
    formatting_[i] = copy;
  }
}

void TreeBuilder::clear_formatting_to_marker() {
  while (!formatting_.empty()) {
    const NodeId node = formatting_.back();
    formatting_.pop_back();
    if (node == 0) return;
  }
}

// The topmost special element that was opened in the formatting element; 0 if there is none.
NodeId TreeBuilder::furthest_block(std::size_t formatting_at, std::size_t& block_at) const {
  for (block_at = formatting_at + 1; block_at < stack_.size(); ++block_at) {
    const PageNode& node = tree_.nodes[stack_[block_at]];
    if (kSpecial.has(node.tag) && !node.foreign) return stack_[block_at];
  }
  return 0;
}

void TreeBuilder::adopt(Tag tag, const Token& token) {
  if (current_tag() == tag && in_formatting(current()) == formatting_.size()) {
    pop();
    return;
  }
  for (int round = 0; round < kMostAdoptions; ++round) {
    const NodeId formatting = formatting_element(tag);
    if (formatting == 0) {
      if (round == 0) end_other(token);
      return;
    }
    const std::size_t at = on_stack(formatting);
    if (at == stack_.size()) {
      formatting_.erase(formatting_.begin() + in_formatting(formatting));
      return;
    }
    if (!in_scope(tag)) return;
    std::size_t block_at = 0;
    const NodeId block = furthest_block(at, block_at);
    if (block == 0) {
      pop_to(at);
      formatting_.erase(formatting_.begin() + in_formatting(formatting));
      return;
    }
    adopt_once(formatting, at, block, block_at);
  }
}

void TreeBuilder::adopt_once(NodeId formatting, std::size_t formatting_at, NodeId block,
                             std::size_t block_at) {
  const NodeId ancestor = stack_[formatting_at - 1];
  std::size_t bookmark = in_formatting(formatting);
  NodeId last = block;
  int copies = 0;
  for (std::size_t i = block_at; i-- > formatting_at + 1;) {
    NodeId node = stack_[i];
    std::size_t listed = in_formatting(node);
    if (++copies > kMostCopies && listed < formatting_.size()) {
      formatting_.erase(formatting_.begin() + listed);
      if (listed < bookmark) --bookmark;
      listed = formatting_.size();
    }
    if (listed == formatting_.size()) {
      stack_.erase(stack_.begin() + i);
      continue;
    }
    const NodeId copy = clone(node);
    formatting_[listed] = copy;
    stack_[i] = copy;
    node = copy;
    if (last == block) bookmark = listed + 1;
    detach(last);
    append(node, last);
    last = node;
  }
  detach(last);
  if (kTableParts.has(tree_.nodes[ancestor].tag)) {
    // Where text would be put: before the table, if there is one.
    NodeId table = ancestor;
    while (table != 0 && tree_.nodes[table].tag != Tag::kTable) table = tree_.nodes[table].parent;
    if (table != 0 && tree_.nodes[table].parent != 0) {
      insert_before(table, last);
    } else {
      append(ancestor, last);
    }
  } else {
    append(ancestor, last);
  }
  const NodeId copy = clone(formatting);
  move_children(block, copy);
  append(block, copy);
  const std::size_t listed = in_formatting(formatting);
  formatting_.erase(formatting_.begin() + listed);
  if (listed < bookmark) --bookmark;
  formatting_.insert(formatting_.begin() + std::min(bookmark, formatting_.size()), copy);
  stack_.erase(stack_.begin() + on_stack(formatting));
  stack_.insert(stack_.begin() + on_stack(block) + 1, copy);
}

}  // namespace postil::index::html
