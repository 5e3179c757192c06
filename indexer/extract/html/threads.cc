#include "indexer/extract/html/threads.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "indexer/extract/html/comment_item.h"
#include "indexer/extract/html/unnamed_threads.h"

namespace postil::index {
namespace {

constexpr std::size_t kShortestComment = 2;  // bytes of text
constexpr std::size_t kShortestBare = 20;    // … if neither a name nor a date says that it is one

struct Item {
  NodeId element = 0;
  int parent = -1;  // an index
};

// What the names of an element say about comments, put together.
struct CommentName {
  std::string key;         // the name without digits, with the tag: equal for elements of one kind
  bool numbered = false;   // "comment-123": one of many
  bool container = false;  // "comment-list", "respond": many, or none
  bool declared = false;   // by microdata, to be one comment
};

bool is_comment_word(std::string_view word) { return (cues_of_word(word) & kCueComment) != 0; }

bool is_container_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {"list",
                                                "area",
                                                "section",
                                                "respond",
                                                "form",
                                                "count",
                                                "link",
                                                "links",
                                                "title",
                                                "heading",
                                                "header",
                                                "template",
                                                "recent",
                                                "nav",
                                                "navigation",
                                                "pagination",
                                                "field",
                                                "number",
                                                "reply",
                                                "login",
                                                "submit",
                                                "policy",
                                                "closed",
                                                "button",
                                                "toggle",
                                                "counter",
                                                "headline",
                                                "commentlist",
                                                "comments",
                                                "kommentare",
                                                "commentform",
                                                "notes",
                                                "count",
                                                "total",
                                                "notify",
                                                "holder",
                                                "latest",
                                                "tab",
                                                "reviews",
                                                "rezensionen",
                                                "kundenbewertungen"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

CommentName comment_name(const PageTree& tree, NodeId node) {
  CommentName name;
  const std::string_view type = tree.attribute(node, Attr::kItemtype);
  const std::string_view prop = tree.attribute(node, Attr::kItemprop);
  if (type.ends_with("/Comment") || type.ends_with("/UserComments") || prop == "comment") {
    name.declared = true;
    name.key = "declared";
    return name;
  }
  for (const Attr attribute : {Attr::kId, Attr::kClass}) {
    std::string_view names = tree.attribute(node, attribute).substr(0, 400);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\n"), names.size());
      const std::string_view token = names.substr(0, end);
      names.remove_prefix(std::min(end + 1, names.size()));
      const std::vector<std::string> words = words_of_name(token);
      if (std::none_of(words.begin(), words.end(), is_comment_word)) continue;
      const bool digits =
          !words.empty() && words.back().find_first_not_of("0123456789") == std::string::npos;
      name.numbered = name.numbered || (digits && attribute == Attr::kId);
      name.container = name.container || std::any_of(words.begin(), words.end(), is_container_word);
      std::string key;
      for (const std::string& word : words) {
        if (word.find_first_not_of("0123456789") != std::string::npos) key += word + "-";
      }
      if (name.key.empty() || attribute == Attr::kClass) {
        name.key = std::string(tree.name_of(node)) + " " + key;
        if (attribute == Attr::kClass) break;
      }
    }
  }
  return name;
}

class Threads {
 public:
  explicit Threads(MarkedParts& page)
      : page_(page), names_(page.tree.nodes.size()), item_at_(page.tree.nodes.size()) {
    bytes_.push_back(0);
    for (const FlowBlock& block : page.flow.blocks) {
      bytes_.push_back(bytes_.back() + block.text.size());
    }
  }

  std::vector<Comment> run() {
    find_named();
    std::vector<Comment> comments = read_named();
    if (!comments.empty()) return comments;
    // Pages built by machines have names that say nothing.
    start_anew();
    for (const NodeId node : unnamed_comments(page_)) take_unnamed(node);
    return read_named();
  }

 private:
  std::vector<Comment> read_named() {
    if (named_.empty()) return {};
    choose_items();
    std::vector<Comment> comments = read_items();
    if (!comments.empty()) mark_rest();
    return comments;
  }

  void start_anew() {
    for (const auto& [node, name] : named_) names_[node] = 0;
    for (const Item& item : items_) item_at_[item.element] = 0;
    named_.clear();
    items_.clear();
  }

  // The element is a comment, and those of its kind inside are answers.
  void take_unnamed(NodeId node) {
    const std::string kind = kind_of(page_.tree, node);
    for (NodeId inner = node; inner != 0; inner = page_.tree.next_in(inner, node)) {
      if (page_.tree[inner].tag == Tag::kText || page_.range(inner).size() < 2) continue;
      if (kind_of(page_.tree, inner) != kind) continue;
      CommentName name;
      name.key = kind;
      name.declared = true;
      names_[inner] = static_cast<int>(named_.size()) + 1;
      named_.emplace_back(inner, std::move(name));
    }
  }

  void find_named() {
    for (NodeId node = 1; node != 0; node = page_.tree.next_in(node, 0)) {
      const Tag tag = page_.tree[node].tag;
      if (tag == Tag::kText || tag == Tag::kHtml || tag == Tag::kBody) continue;
      const bool typed = page_.tree.has(node, Attr::kItemtype) ||
                         page_.tree.attribute(node, Attr::kItemprop) == "comment";
      if ((page_.cues[node] & kCueComment) == 0 && !typed) continue;
      CommentName name = comment_name(page_.tree, node);
      if (name.key.empty() || page_.range(node).size() == 0) continue;
      if (holds_article(node)) continue;
      names_[node] = static_cast<int>(named_.size()) + 1;
      named_.emplace_back(node, std::move(name));
    }
  }

  // The page's own headline is in no comment.
  bool holds_article(NodeId node) const {
    for (NodeId inner = node; inner != 0; inner = page_.tree.next_in(inner, node)) {
      if (page_.tree[inner].tag == Tag::kH1) return true;
    }
    return false;
  }

  const CommentName& name(NodeId node) const {
    return named_[static_cast<std::size_t>(names_[node] - 1)].second;
  }

  // Whether elements of another kind repeat within it, side by side.
  bool holds_repeated(NodeId node) const {
    std::map<std::string_view, std::pair<NodeId, int>> last;
    for (NodeId inner = page_.tree.next_in(node, node); inner != 0;) {
      bool skip = false;
      if (names_[inner] != 0) {
        const CommentName& other = name(inner);
        skip = other.key == name(node).key;
        if (!skip && !other.container) {
          auto& [previous, count] = last[other.key];
          if (previous == 0 || !page_.is_within(inner, previous)) {
            previous = inner;
            if (++count >= 2) return true;
          }
        }
      }
      inner = skip ? page_.tree.next_behind(inner, node) : page_.tree.next_in(inner, node);
    }
    return false;
  }

  bool holds_named(NodeId node) const {
    for (NodeId inner = page_.tree.next_in(node, node); inner != 0;
         inner = page_.tree.next_in(inner, node)) {
      if (names_[inner] != 0 && page_.range(inner).size() > 0 && !name(inner).container)
        return true;
    }
    return false;
  }

  // What the named element is: one comment, many of another name, or many without a name.
  void judge(NodeId node) {
    const CommentName& own = name(node);
    const bool one_of_many = own.declared || (own.numbered && !own.container);
    if ((page_.cues[node] & (kCueForm | kCueButtons)) != 0 && !one_of_many) return;
    if (is_aside(node)) return;
    if (!one_of_many && holds_repeated(node)) return;
    if (!one_of_many && !holds_named(node)) {
      const std::vector<NodeId> group = repeated_children(node);
      for (const NodeId each : group) add_with_answers(each);
      if (!group.empty()) return;
    }
    if (one_of_many || !own.container) add_item(node, -1);
  }

  void add_item(NodeId node, int parent) {
    items_.push_back({node, parent});
    item_at_[node] = static_cast<int>(items_.size());
  }

  // The element, and those of its kind within it as answers.
  void add_with_answers(NodeId item) {
    add_item(item, -1);
    const std::string kind = kind_of(page_.tree, item);
    for (NodeId inner = page_.tree.next_in(item, item); inner != 0;
         inner = page_.tree.next_in(inner, item)) {
      const bool is_one = page_.tree[inner].tag == page_.tree[item].tag &&
                          page_.range(inner).size() >= 2 && kind_of(page_.tree, inner) == kind;
      if (is_one) add_item(inner, item_above(inner));
    }
  }

  std::size_t bytes_in(NodeId node) const {
    const BlockRange range = page_.range(node);
    return bytes_[range.end] - bytes_[range.begin];
  }

  // Children of one kind that hold most of the element's text, each with more than one block: name
  // and text. Looked for through elements that wrap all of it.
  std::vector<NodeId> repeated_children(NodeId node) const {
    static constexpr TagSet kKinds = {Tag::kLi, Tag::kDiv,   Tag::kArticle, Tag::kSection,
                                      Tag::kDl, Tag::kTable, Tag::kTr};
    constexpr std::size_t kShortest = 20;
    for (int depth = 0; depth < 8; ++depth) {
      const std::size_t all = bytes_in(node);
      std::map<std::string, std::vector<NodeId>> kinds;
      NodeId widest = 0;
      for (NodeId child = page_.tree[node].first; child != 0; child = page_.tree[child].next) {
        if (page_.tree[child].tag == Tag::kText) continue;
        if (widest == 0 || bytes_in(child) > bytes_in(widest)) widest = child;
        if (!kKinds.has(page_.tree[child].tag) || bytes_in(child) < kShortest) continue;
        if (page_.range(child).size() < 2) continue;
        kinds[kind_of(page_.tree, child)].push_back(child);
      }
      for (const auto& [kind, members] : kinds) {
        std::size_t held = 0;
        for (const NodeId member : members) held += bytes_in(member);
        if (members.size() >= 2 && held * 10 >= all * 6) return members;
      }
      if (widest == 0 || bytes_in(widest) * 10 < all * 6) return {};
      node = widest;
    }
    return {};
  }

  // Lists of the newest comments of a whole site stand beside the article.
  bool is_aside(NodeId node) const {
    for (; node != 0; node = page_.tree[node].parent) {
      if ((page_.cues[node] & kCueAside) != 0 && page_.range(node).size() < page_.size() / 2) {
        return true;
      }
    }
    return false;
  }

  void choose_items() {
    for (NodeId node = 1; node != 0; node = page_.tree.next_in(node, 0)) {
      if (names_[node] == 0 || item_at_[node] != 0) continue;
      const int above = item_above(node);
      if (above < 0) {
        judge(node);
        continue;
      }
      // Within an item only another of its kind is an answer; the rest are its parts.
      const NodeId outer = items_[static_cast<std::size_t>(above)].element;
      const bool same = names_[outer] != 0 && name(node).key == name(outer).key;
      const bool wrapped = page_.tree[node].parent == outer && page_.tree[node].previous == 0 &&
                           page_.tree[node].next == 0;
      if (same && !wrapped) add_item(node, above);
    }
  }

  // The item that the node stands in, as an index; -1 if none.
  int item_above(NodeId node) const {
    for (node = page_.tree[node].parent; node != 0; node = page_.tree[node].parent) {
      if (item_at_[node] != 0) return item_at_[node] - 1;
    }
    return -1;
  }

  std::vector<Comment> read_items() {
    // The innermost item has the block: later ones are inside earlier ones or behind them.
    std::vector<int> owner(page_.size(), -1);
    std::vector<std::vector<std::uint32_t>> blocks(items_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const BlockRange range = page_.range(items_[i].element);
      std::fill(owner.begin() + range.begin, owner.begin() + range.end, static_cast<int>(i));
    }
    for (std::uint32_t block = 0; block < page_.size(); ++block) {
      if (owner[block] >= 0) blocks[static_cast<std::size_t>(owner[block])].push_back(block);
    }
    std::vector<Comment> comments;
    std::vector<int> numbers(items_.size(), 0);
    for (std::size_t i = 0; i < items_.size(); ++i) {
      Comment comment = read_comment_item(page_, items_[i].element, blocks[i], item_at_);
      std::size_t bytes = 0;
      for (const std::string& paragraph : comment.paragraphs) bytes += paragraph.size();
      const bool bare = comment.author.empty() && !comment.published;
      if (bytes < (bare ? kShortestBare : kShortestComment)) continue;
      comment.number = static_cast<int>(comments.size()) + 1;
      numbers[i] = comment.number;
      const int parent = items_[i].parent;
      comment.parent = parent < 0 ? 0 : numbers[static_cast<std::size_t>(parent)];
      comments.push_back(std::move(comment));
      for (const std::uint32_t block : blocks[i]) page_.parts[block] = Part::kComment;
    }
    return comments;
  }

  void mark_rest() {
    for (const auto& [node, name] : named_) {
      page_.set_furniture(page_.range(node), schema::FurnitureReason::kForm);
    }
  }

  MarkedParts& page_;
  std::vector<int> names_;  // of each node: its place in named_ from 1, or 0
  std::vector<std::pair<NodeId, CommentName>> named_;
  std::vector<Item> items_;
  std::vector<int> item_at_;        // of each node: its place in items_ from 1, or 0
  std::vector<std::size_t> bytes_;  // of all blocks before one
};

}  // namespace

std::vector<Comment> take_threads(MarkedParts& page) { return Threads(page).run(); }

}  // namespace postil::index
