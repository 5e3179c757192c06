#include "indexer/readers/text/html_text.h"

#include <cstddef>
#include <utility>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/model/page_display.h"
#include "indexer/readers/html/parse.h"

namespace postil::index {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::size_t kLongestTagName = 12;
constexpr std::size_t kLongestAlternative = 2000;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_one_of(std::string_view name, std::string_view spaced_list) {
  const std::string wanted = " " + std::string(name) + " ";
  return spaced_list.find(wanted) != kNowhere;
}

// Goes through the tree of a scrap once, in its order.
class Paragraphs {
 public:
  explicit Paragraphs(const PageTree& tree) : tree_(tree) {}

  std::vector<Paragraph> run() {
    walk(
        tree_, 0, [this](NodeId node) { return enter(node); },
        [this](NodeId node) { leave(node); });
    flush();
    return std::move(paragraphs_);
  }

 private:
  // Whether what it holds is to be read.
  bool enter(NodeId node) {
    const Tag tag = tree_[node].tag;
    if (tag == Tag::kText) {
      add_text(tree_.text_of(node));
    } else if (tag == Tag::kBr) {
      text_ += '\n';
      if (++breaks_ == 2) flush();
    } else if (tag == Tag::kImg) {
      const std::string_view alternative = tree_.attribute(node, Attr::kAlt);
      if (alternative.size() <= kLongestAlternative) add(schema::Zone::kCaption, alternative);
    } else if (tag == Tag::kTd || tag == Tag::kTh) {
      text_ += ' ';
    }
    if (kHiddenTags.has(tag)) return false;
    if (!kInlineTags.has(tag)) flush();
    if (int* const depth = depth_of(tag)) ++*depth;
    return true;
  }

  void leave(NodeId node) {
    const Tag tag = tree_[node].tag;
    if (kHiddenTags.has(tag)) return;
    if (!kInlineTags.has(tag)) flush();
    if (int* const depth = depth_of(tag)) --*depth;
  }

  int* depth_of(Tag tag) {
    if (is_heading(tag)) return &headings_;
    if (tag == Tag::kBlockquote) return &quotes_;
    if (tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt) return &items_;
    return tag == Tag::kFigcaption || tag == Tag::kCaption ? &captions_ : nullptr;
  }

  void add_text(std::string_view text) {
    if (breaks_ > 0 && text.find_first_not_of(" \t\n\r") != kNowhere) breaks_ = 0;
    text_ += text;
  }

  schema::Zone zone() const {
    if (captions_ > 0) return schema::Zone::kCaption;
    if (headings_ > 0) return schema::Zone::kHeading;
    if (quotes_ > 0) return schema::Zone::kQuote;
    return items_ > 0 ? schema::Zone::kList : schema::Zone::kBody;
  }

  void flush() {
    add(zone(), text_);
    text_.clear();
    breaks_ = 0;
  }

  void add(schema::Zone zone, std::string_view text) {
    std::string squeezed = text::squeeze(text);
    if (!squeezed.empty()) paragraphs_.push_back({zone, std::move(squeezed)});
  }

  const PageTree& tree_;
  std::string text_;
  std::vector<Paragraph> paragraphs_;
  int quotes_ = 0;
  int items_ = 0;
  int headings_ = 0;
  int captions_ = 0;
  int breaks_ = 0;  // <br> in a row
};

}  // namespace

std::vector<Paragraph> html_to_paragraphs(std::string_view html) {
  return Paragraphs(html::parse_scrap(std::string(html))).run();
}

std::string html_to_text(std::string_view html) {
  std::string joined;
  for (const Paragraph& paragraph : html_to_paragraphs(html)) {
    if (!joined.empty()) joined += "\n\n";
    joined += paragraph.text;
  }
  return joined;
}

bool looks_like_html(std::string_view text) {
  int blocks = 0;
  for (std::size_t at = text.find('<'); at != kNowhere; at = text.find('<', at + 1)) {
    std::size_t i = at + 1;
    const bool closing = i < text.size() && text[i] == '/';
    if (closing) ++i;
    std::string name;
    while (i < text.size() && name.size() < kLongestTagName &&
           (is_letter(text[i]) || (text[i] >= '0' && text[i] <= '9'))) {
      name += text::lower(text[i++]);
    }
    const bool ends =
        i < text.size() && (text[i] == '>' || text[i] == ' ' || text[i] == '/' || text[i] == '\n');
    if (name.empty() || !ends) continue;
    blocks += is_one_of(name, " p div li ul ol h1 h2 h3 h4 blockquote table ") ? 1 : 0;
    const bool pair = closing && is_one_of(name, " a b i em strong span u s q cite small sup sub ");
    if (blocks == 2 || pair || name == "br") return true;
  }
  return false;
}

}  // namespace postil::index
