#include "indexer/extract/html/comment_item.h"

#include <algorithm>
#include <string>

#include "core/text/utf8.h"
#include "indexer/extract/comment_head.h"
#include "indexer/extract/names.h"
#include "indexer/model/date_text.h"

namespace postil::index {
namespace {

constexpr std::size_t kShortLine = 120;  // bytes; a longer block is text whatever its element says
constexpr std::size_t kLongestName = 80;

// Elements within the item and outside the answers to it, in page order.
template <typename Visit>
void visit_own(const MarkedParts& page, NodeId item, const std::vector<int>& items, Visit visit) {
  for (NodeId node = page.tree.next_in(item, item); node != 0;) {
    const bool answer = items[node] != 0;
    if (!answer && page.tree[node].tag != Tag::kText && !visit(node)) return;
    node = answer ? page.tree.next_behind(node, item) : page.tree.next_in(node, item);
  }
}

std::string author_in(const MarkedParts& page, NodeId item, const std::vector<int>& items) {
  std::string author;
  int best = 0;
  visit_own(page, item, items, [&](NodeId node) {
    const std::uint32_t cues = page.cues[node];
    const Tag tag = page.tree[node].tag;
    const std::string_view prop = page.tree.attribute(node, Attr::kItemprop);
    int weight = 0;
    if (tag == Tag::kCite) weight = 4;
    if ((cues & (kCueAuthor | kCueUser)) != 0 && tag != Tag::kImg) weight = 3;
    if (prop == "author" || prop == "creator" || prop == "name") weight = 5;
    const std::string_view classes = page.tree.attribute(node, Attr::kClass);
    if (classes == "fn" || classes.find(" fn") != std::string_view::npos) weight = 6;
    if ((cues & (kCueText | kCueButtons)) != 0 && weight < 5) weight = 0;
    if (weight <= best) return true;
    std::string text = short_text(page.tree, node);
    if (text.empty() || text.size() > kLongestName) return true;
    if (find_date(text)) {
      FlowBlock line;
      Block block;
      block.text = text;
      const CommentHead head = read_comment_head(block, page.languages);
      text = head.name;
    }
    if (text.empty() || !could_be_commenter(text)) return true;
    author = std::move(text);
    best = weight;
    return true;
  });
  // "Ann says:", "by Ann"
  Block block;
  block.text = author;
  const CommentHead head = read_comment_head(block, page.languages);
  if (head.kind == HeadKind::kSays && !head.name.empty()) author = head.name;
  return commenter_name(author);
}

std::optional<PartialDate> date_in(const MarkedParts& page, NodeId item,
                                   const std::vector<int>& items) {
  std::optional<PartialDate> date;
  visit_own(page, item, items, [&](NodeId node) {
    if ((page.cues[node] & kCueDate) == 0 && page.tree[node].tag != Tag::kA &&
        (page.cues[node] & kCueMeta) == 0) {
      return true;
    }
    for (const Attr attribute : {Attr::kDatetime, Attr::kContent, Attr::kTitle}) {
      if (page.tree[node].tag == Tag::kA) break;
      const std::string_view value = page.tree.attribute(node, attribute);
      if (!value.empty()) date = read_date(value);
      if (date) return false;
    }
    const std::string text = short_text(page.tree, node);
    if (text.size() <= kShortLine) date = find_date(text);
    return !date;
  });
  return date;
}

// The element in which the text stands, if the page names one: the innermost that holds nearly all
// long blocks.
NodeId text_element(const MarkedParts& page, NodeId item, const std::vector<std::uint32_t>& blocks,
                    const std::vector<int>& items) {
  std::size_t all = 0;
  for (const std::uint32_t i : blocks) all += page.block(i).text.size();
  NodeId found = 0;
  visit_own(page, item, items, [&](NodeId node) {
    const std::uint32_t cues = page.cues[node];
    const std::string_view prop = page.tree.attribute(node, Attr::kItemprop);
    if ((cues & kCueText) == 0 && prop != "text" && prop != "commentText") return true;
    if ((cues & (kCueAuthor | kCueDate | kCueButtons | kCueUser | kCueMeta)) != 0 &&
        prop != "commentText" && prop != "text") {
      return true;
    }
    const BlockRange range = page.range(node);
    std::size_t own = 0;
    for (const std::uint32_t i : blocks) own += range.has(i) ? page.block(i).text.size() : 0;
    std::size_t least = all * 4 / 10;
    if (found != 0) {
      std::size_t outer = 0;
      const BlockRange before = page.range(found);
      for (const std::uint32_t i : blocks) outer += before.has(i) ? page.block(i).text.size() : 0;
      least = page.is_within(node, found) ? outer * 6 / 10 : outer + 1;
    }
    if (own > 0 && own >= least) found = node;
    return true;
  });
  return found;
}

bool is_remark(const MarkedParts& page, std::uint32_t i, NodeId item, const std::string& author) {
  const FlowBlock& block = page.block(i);
  if (block.text.size() > kShortLine) return false;
  if (!author.empty() && block.text.size() <= author.size() + 4 &&
      block.text.find(author) != std::string::npos) {
    return true;
  }
  constexpr std::uint32_t kAround = kCueAuthor | kCueDate | kCueMeta | kCueButtons | kCueUser |
                                    kCueForm | kCueShare | kCueNavigation;
  for (NodeId node = block.element; node != 0 && node != item; node = page.tree[node].parent) {
    if ((page.cues[node] & kAround) != 0) return true;
    if ((page.cues[node] & kCueText) != 0) break;
  }
  const Features features = describe(block, page.languages);
  if (features.action || features.furniture >= kCertain || features.wordless) return true;
  Block line;
  line.text = block.text;
  const CommentHead head = read_comment_head(line, page.languages);
  return head.text.empty() && (head.kind == HeadKind::kSays || head.kind == HeadKind::kNameDate ||
                               head.kind == HeadKind::kDate);
}

// A line of the comment that is its date, with or without its author's name.
std::optional<PartialDate> date_line(const MarkedParts& page,
                                     const std::vector<std::uint32_t>& blocks) {
  for (const std::uint32_t i : blocks) {
    if (page.block(i).text.size() > kShortLine) continue;
    Block line;
    line.text = page.block(i).text;
    const CommentHead head = read_comment_head(line, page.languages);
    if (head.date && head.text.empty()) return head.date;
  }
  return std::nullopt;
}

}  // namespace

Comment read_comment_item(const MarkedParts& page, NodeId item,
                          const std::vector<std::uint32_t>& blocks, const std::vector<int>& items) {
  Comment comment;
  comment.author = author_in(page, item, items);
  comment.published = date_in(page, item, items);
  if (!comment.published) comment.published = date_line(page, blocks);
  const NodeId text = text_element(page, item, blocks, items);
  for (const std::uint32_t i : blocks) {
    if (text != 0 && !page.range(text).has(i)) continue;
    if (is_remark(page, i, text != 0 ? text : item, comment.author)) continue;
    comment.paragraphs.push_back(page.block(i).text);
  }
  return comment;
}

}  // namespace postil::index
