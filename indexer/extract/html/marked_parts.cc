#include "indexer/extract/html/marked_parts.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "core/text/utf8.h"

namespace postil::index {

void MarkedParts::set_furniture(BlockRange range, schema::FurnitureReason reason) {
  for (std::uint32_t i = range.begin; i < range.end && i < size(); ++i) {
    if (!open(i)) continue;
    parts[i] = Part::kFurniture;
    reasons[i] = reason;
  }
}

std::uint32_t MarkedParts::cues_around(std::uint32_t i, NodeId root) const {
  std::uint32_t all = 0;
  for (NodeId node = block(i).element; node != 0 && node != root; node = tree[node].parent) {
    all |= cues[node];
  }
  return all;
}

bool MarkedParts::is_within(NodeId node, NodeId root) const {
  while (node != 0 && node != root) node = tree[node].parent;
  return node == root;
}

MarkedParts describe_marked(const PageTree& tree, PageFlow flow, CueLanguages languages) {
  MarkedParts page{tree, std::move(flow), {}, {}, {}, languages};
  page.parts.assign(page.size(), Part::kOpen);
  page.reasons.assign(page.size(), schema::FurnitureReason::kNavigation);
  page.cues.assign(tree.nodes.size(), 0);
  for (NodeId node = 1; node != 0; node = tree.next_in(node, 0)) {
    if (tree[node].tag != Tag::kText) page.cues[node] = cues_of(tree, node);
  }
  return page;
}

std::uint32_t headline_before(const MarkedParts& page, BlockRange body) {
  constexpr std::uint32_t kIntoBody = 3;
  for (std::uint32_t i = std::min(body.begin + kIntoBody, page.size()); i-- > 0;) {
    if (page.block(i).shape == Shape::kHeading && page.block(i).level == 1) return i;
  }
  return body.begin;
}

namespace {

// "Author:" and the like, hidden from sight.
bool is_for_screen_readers(const PageTree& tree, NodeId node) {
  if (tree[node].tag == Tag::kText) return false;
  const std::string_view classes = tree.attribute(node, Attr::kClass);
  for (const std::string_view hidden : {"screen-reader", "sr-only", "visually-hidden"}) {
    if (classes.find(hidden) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string short_text(const PageTree& tree, NodeId element) {
  constexpr std::size_t kEnough = 400;
  std::string text;
  for (NodeId node = element; node != 0 && text.size() < kEnough;) {
    const Tag tag = tree[node].tag;
    const bool hidden = tag == Tag::kScript || tag == Tag::kStyle || tag == Tag::kNoscript ||
                        tag == Tag::kSvg || (node != element && is_for_screen_readers(tree, node));
    if (tag == Tag::kText) {
      text += tree.text_of(node);
    } else if (tag == Tag::kBr || tag == Tag::kP || tag == Tag::kDiv || tag == Tag::kLi) {
      text += ' ';
    }
    node = hidden ? tree.next_behind(node, element) : tree.next_in(node, element);
  }
  text.resize(text::floor_boundary(text, std::min(text.size(), kEnough)));
  return text::squeeze(text);
}

Features describe(const FlowBlock& flow, CueLanguages languages) {
  Block block;
  block.text = flow.text;
  return describe(block, languages);
}

}  // namespace postil::index
