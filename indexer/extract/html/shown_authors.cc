#include "indexer/extract/html/shown_authors.h"

#include <algorithm>
#include <string_view>

#include "indexer/extract/byline.h"
#include "indexer/extract/names.h"
#include "indexer/extract/words.h"
#include "indexer/model/date_text.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostNames = 12;
constexpr std::size_t kMostLinked = 3;
constexpr std::uint32_t kHeadBlocks = 40;  // how far before the body a byline may stand
constexpr std::uint32_t kIntoBody = 8;
constexpr std::uint32_t kFootBlocks = 8;  // … and behind it

// A class of hCard, or of one that is named after it.
bool is_formatted_name(const PageTree& tree, NodeId node) {
  std::string_view classes = tree.attribute(node, Attr::kClass);
  while (!classes.empty()) {
    const std::size_t end = std::min(classes.find(' '), classes.size());
    if (classes.substr(0, end) == "fn") return true;
    classes.remove_prefix(std::min(end + 1, classes.size()));
  }
  return false;
}

// "https://a.example/author/ann-lee", "/autoren/12": the page of an author.
bool leads_to_author(std::string_view target) {
  static constexpr std::string_view kFolders[] = {
      "author",    "authors",    "autor",     "autoren", "autores",      "auteur",
      "auteurs",   "autori",     "columnist", "writers", "contributors", "contributor",
      "redakteur", "journalist", "profil",    "opinie",  "yazarlar"};
  while (!target.empty()) {
    const std::size_t slash = std::min(target.find('/'), target.size());
    const std::string_view folder = target.substr(0, slash);
    target.remove_prefix(std::min(slash + 1, target.size()));
    const bool known =
        std::find(std::begin(kFolders), std::end(kFolders), folder) != std::end(kFolders);
    if (known && target.size() > 1) return true;
  }
  return false;
}

class Shown {
 public:
  Shown(const MarkedParts& page, NodeId main)
      : page_(page),
        body_(page.range(main)),
        first_(body_.begin > kHeadBlocks ? body_.begin - kHeadBlocks : 0) {}

  ShownAuthors run() {
    for (NodeId node = 1; node != 0; node = page_.tree.next_in(node, 0)) {
      const Tag tag = page_.tree[node].tag;
      if (tag == Tag::kText) continue;
      const std::string_view prop = page_.tree.attribute(node, Attr::kItemprop);
      const bool link = tag == Tag::kA;
      const bool declared = prop == "author" || prop == "creator";
      const bool rel =
          link && page_.tree.attribute(node, Attr::kRel).find("author") != std::string_view::npos;
      const bool named = (page_.cues[node] & kCueAuthor) != 0;
      if (!link && !declared && !named) continue;
      if (is_elsewhere(node)) continue;
      if (declared) {
        shown_.microdata.push_back(name_in(node));
      } else if (rel) {
        shown_.rel.push_back(short_text(page_.tree, node));
      } else if (named && tag != Tag::kH1) {  // the site's head, in hCard
        read_named(node);
      } else {
        read_link(node);
      }
    }
    std::sort(shown_.linked.begin(), shown_.linked.end());
    shown_.linked.erase(std::unique(shown_.linked.begin(), shown_.linked.end()),
                        shown_.linked.end());
    if (shown_.linked.size() > kMostLinked) shown_.linked.clear();  // a list of all who write here
    if (shown_.named.empty()) shown_.named = std::move(far_);
    shown_.byline = bylines(first_, std::min(body_.begin + kIntoBody, page_.size()), false);
    if (shown_.byline.empty()) {
      shown_.byline =
          bylines(body_.begin + kIntoBody, std::min(body_.end + kFootBlocks, page_.size()), true);
    }
    return std::move(shown_);
  }

 private:
  // In comments, in menus and in lists of other articles, or hidden.
  bool is_elsewhere(NodeId node) const {
    const BlockRange range = page_.range(node);
    if (range.begin >= page_.size()) return false;
    if (page_.parts[range.begin] == Part::kComment) return true;
    for (NodeId up = node; up != 0; up = page_.tree[up].parent) {
      if ((page_.cues[up] & (kCueComment | kCueRelated | kCueTeaser)) != 0 &&
          page_.range(up).size() < page_.size() / 2) {
        return true;
      }
    }
    return false;
  }

  // The name inside microdata about a person, else the element's text.
  std::string name_in(NodeId node) const {
    for (NodeId inner = node; inner != 0; inner = page_.tree.next_in(inner, node)) {
      if (page_.tree.attribute(inner, Attr::kItemprop) != "name") continue;
      const std::string_view content = page_.tree.attribute(inner, Attr::kContent);
      return content.empty() ? short_text(page_.tree, inner) : std::string(content);
    }
    const std::string_view content = page_.tree.attribute(node, Attr::kContent);
    return content.empty() ? short_text(page_.tree, node) : std::string(content);
  }

  bool is_near(NodeId node) const {
    const BlockRange range = page_.range(node);
    return range.begin >= first_ && range.begin < body_.end + kFootBlocks;
  }

  void read_named(NodeId node) {
    std::vector<std::string>& names = is_near(node) ? shown_.named : far_;
    if (!names.empty()) return;
    names = formatted_names(node);
    if (!names.empty()) return;
    const std::string text = short_text(page_.tree, node);
    if (text.empty() || text.size() > kLongestByline) return;
    if (const auto byline = read_byline(text, page_.languages)) {
      names = byline->authors;
      if (!names.empty() || byline->published) return;
    }
    if (find_date(text)) return;
    if (!is_person_name(text, page_.languages)) {
      names = linked_names(node);  // beside buttons and jobs
      if (!names.empty()) return;
    }
    if (text.size() <= kLongestName) names.push_back(without_role(text));
  }

  // "Interview: Ann Lee"
  std::string without_role(const std::string& text) const {
    const std::size_t colon = text.find(": ");
    if (colon == std::string::npos || text.find(' ') < colon) return text;
    const std::string name = text.substr(colon + 2);
    return is_person_name(name, page_.languages) ? name : text;
  }

  // The parts of the element that are marked as names.
  std::vector<std::string> formatted_names(NodeId node) const {
    std::vector<std::string> names;
    for (NodeId inner = page_.tree.next_in(node, node); inner != 0 && names.size() < kMostNames;
         inner = page_.tree.next_in(inner, node)) {
      if (page_.tree[inner].tag == Tag::kText || !is_formatted_name(page_.tree, inner)) continue;
      std::string text = short_text(page_.tree, inner);
      if (!text.empty() && text.size() <= kLongestName) names.push_back(std::move(text));
    }
    return names;
  }

  // The one link in the element that is a person's name.
  std::vector<std::string> linked_names(NodeId node) const {
    std::vector<std::string> names;
    for (NodeId inner = node; inner != 0; inner = page_.tree.next_in(inner, node)) {
      if (page_.tree[inner].tag != Tag::kA) continue;
      std::string text = short_text(page_.tree, inner);
      if (!is_person_name(text, page_.languages)) continue;
      if (!names.empty() && names.front() != text) return {};
      if (names.empty()) names.push_back(std::move(text));
    }
    return names;
  }

  void read_link(NodeId node) {
    const BlockRange range = page_.range(node);
    const bool near = range.begin >= first_ && range.begin < body_.begin + kIntoBody;
    if (!near || !leads_to_author(page_.tree.attribute(node, Attr::kHref))) return;
    std::string text = short_text(page_.tree, node);
    if (is_labelled_name(text, page_.languages)) shown_.linked.push_back(std::move(text));
  }

  // "Autor:", alone in its block.
  bool is_label(const FlowBlock& block) const {
    constexpr std::size_t kLongestLabel = 24;
    return block.text.size() <= kLongestLabel && says(block.text, CueKind::kByline, true);
  }

  // Whether the text starts with a cue of the kind, or is nothing else.
  bool says(const std::string& text, CueKind kind, bool whole) const {
    const PageWords words = page_words(text);
    const std::vector<CueHit> hits = find_cues(words, page_.languages);
    return std::any_of(hits.begin(), hits.end(), [&](const CueHit& hit) {
      return hit.kind == kind && hit.begin == 0 && (!whole || hit.end == words.size());
    });
  }

  // Of the first line that says any. At the foot only lines that begin as those about an article
  // do ("Posted by Ann on 3 May").
  std::vector<std::string> bylines(std::uint32_t begin, std::uint32_t end, bool foot) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const FlowBlock& block = page_.block(i);
      if (block.text.size() > kLongestByline || page_.parts[i] == Part::kComment) continue;
      if (block.shape == Shape::kHeading && block.level <= 2) continue;
      if (i + 1 < page_.size() && is_label(block)) {
        const std::string line = block.text + ": " + page_.block(i + 1).text;
        const auto labelled = read_byline(line, page_.languages);
        if (labelled && !labelled->authors.empty()) return labelled->authors;
      }
      const auto byline = read_byline(block.text, page_.languages);
      if (!byline || byline->authors.empty()) continue;
      const bool posted = says(block.text, CueKind::kPublished, false) ||
                          (byline->published && says(block.text, CueKind::kByline, false));
      if (!foot || posted) return byline->authors;
    }
    return {};
  }

  const MarkedParts& page_;
  BlockRange body_;
  std::uint32_t first_ = 0;
  ShownAuthors shown_;
  std::vector<std::string> far_;  // of named elements elsewhere
};

}  // namespace

ShownAuthors shown_authors(const MarkedParts& page, NodeId main) { return Shown(page, main).run(); }

}  // namespace postil::index
