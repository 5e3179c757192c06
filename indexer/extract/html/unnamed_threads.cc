#include "indexer/extract/html/unnamed_threads.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

#include "indexer/extract/comment_head.h"
#include "indexer/extract/html/regions.h"
#include "indexer/extract/names.h"

namespace postil::index {
namespace {

constexpr std::size_t kShortLine = 120;  // bytes
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kShortestText = 20;    // of a comment
constexpr std::size_t kShortestTeaser = 25;  // of a link that leads to an article
constexpr std::size_t kFewestComments = 2;
constexpr float kLeastProse = 200;  // what a page must say besides, to be commented upon

constexpr TagSet kKinds = {Tag::kLi,      Tag::kDiv, Tag::kArticle,
                           Tag::kSection, Tag::kTr,  Tag::kTable};

// What a block is to a comment that holds it.
enum class Role : std::uint8_t { kUnasked, kName, kDate, kText, kHeadline, kTeaser, kOther };

class Finder {
 public:
  explicit Finder(const MarkedParts& page) : page_(page), roles_(page.size(), Role::kUnasked) {}

  std::vector<NodeId> run() {
    if (!has_names()) return {};
    const Gains gains(page_);
    const float prose = gains.good_in({0, page_.size()});
    std::vector<NodeId> found;
    for (NodeId node = 1; node != 0;) {
      const std::vector<NodeId> group = group_in(node);
      float own = 0;
      for (const NodeId item : group) own += gains.good_in(page_.range(item));
      const bool thread = !group.empty() && prose - own >= kLeastProse && !is_aside(node);
      if (thread) found.insert(found.end(), group.begin(), group.end());
      node = thread ? page_.tree.next_behind(node, 0) : page_.tree.next_in(node, 0);
    }
    return found;
  }

 private:
  // Most pages name nobody but the author: they are done with at once.
  bool has_names() {
    std::size_t names = 0;
    for (std::uint32_t i = 0; i < page_.size() && names < kFewestComments; ++i) {
      names += is_name(i) ? 1 : 0;
    }
    return names >= kFewestComments;
  }

  bool is_name(std::uint32_t i) const {
    const FlowBlock& block = page_.block(i);
    if (block.text.size() > kLongestName || block.shape == Shape::kHeading) return false;
    NodeId node = block.element;
    for (int steps = 0; node != 0 && steps < 3; node = page_.tree[node].parent, ++steps) {
      if (page_.range(node).size() > 2) break;
      if ((page_.cues[node] & (kCueAuthor | kCueUser)) != 0) return could_be_commenter(block.text);
    }
    return false;
  }

  Role role(std::uint32_t i) {
    if (roles_[i] == Role::kUnasked) roles_[i] = judge(i);
    return roles_[i];
  }

  Role judge(std::uint32_t i) const {
    const FlowBlock& block = page_.block(i);
    if (!page_.open(i)) return Role::kOther;
    if (block.shape == Shape::kHeading) return block.level <= 3 ? Role::kHeadline : Role::kOther;
    if (is_name(i)) return Role::kName;
    if (block.text.size() <= kShortLine) {
      Block line;
      line.text = block.text;
      const CommentHead head = read_comment_head(line, page_.languages);
      if (head.dated && head.text.empty()) return Role::kDate;
    }
    if (block.links() > 0.5F) {
      return block.text.size() >= kShortestTeaser ? Role::kTeaser : Role::kOther;
    }
    return block.text.size() >= kShortestText ? Role::kText : Role::kOther;
  }

  // A name and a date before a text, and no headline.
  bool is_comment(NodeId node) {
    constexpr std::uint32_t kMostBlocks = 2000;
    const BlockRange range = page_.range(node);
    if (range.size() < 2 || range.size() > kMostBlocks) return false;
    bool name = false;
    bool date = false;
    bool text = false;
    for (std::uint32_t i = range.begin; i < range.end && !(name && date && text); ++i) {
      const Role is = role(i);
      if (is == Role::kHeadline || is == Role::kTeaser) return false;
      name = name || is == Role::kName;
      date = date || is == Role::kDate;
      text = text || is == Role::kText;
    }
    return name && date && text;
  }

  // Children of one kind that are comments, all but a few.
  std::vector<NodeId> group_in(NodeId node) {
    std::map<std::string, std::vector<NodeId>> kinds;
    for (NodeId child = page_.tree[node].first; child != 0; child = page_.tree[child].next) {
      if (kKinds.has(page_.tree[child].tag) && page_.range(child).size() >= 2) {
        kinds[kind_of(page_.tree, child)].push_back(child);
      }
    }
    for (auto& [kind, members] : kinds) {
      const std::size_t all = members.size();
      if (all < kFewestComments) continue;
      std::erase_if(members, [&](NodeId member) { return !is_comment(member); });
      if (members.size() >= kFewestComments && members.size() * 4 >= all * 3) return members;
    }
    return {};
  }

  // Lists of what is new on the whole site stand beside the article.
  bool is_aside(NodeId node) const {
    constexpr std::uint32_t kOther =
        kCueAside | kCueRelated | kCueTeaser | kCueNavigation | kCueFoot | kCueAd;
    for (; node != 0; node = page_.tree[node].parent) {
      if ((page_.cues[node] & kOther) != 0 && page_.range(node).size() < page_.size() / 2) {
        return true;
      }
    }
    return false;
  }

  const MarkedParts& page_;
  std::vector<Role> roles_;  // one a block
};

}  // namespace

std::string kind_of(const PageTree& tree, NodeId node) {
  std::string_view classes = tree.attribute(node, Attr::kClass);
  classes = classes.substr(0, classes.find_first_of(" 0123456789"));
  return std::string(tree.name_of(node)) + " " + std::string(classes);
}

std::vector<NodeId> unnamed_comments(const MarkedParts& page) { return Finder(page).run(); }

}  // namespace postil::index
