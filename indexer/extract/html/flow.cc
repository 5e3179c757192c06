#include "indexer/extract/html/flow.h"

#include <algorithm>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/model/page_display.h"

namespace postil::index {
namespace {

constexpr TagSet kBold = {Tag::kB, Tag::kStrong, Tag::kEm, Tag::kI, Tag::kU, Tag::kBig};

// A cell with more than this is a paragraph of a page laid out by tables, not a figure in a row.
constexpr std::size_t kLongCell = 80;

class Layouter {
 public:
  Layouter(const PageTree& tree, std::size_t most, PageFlow& flow)
      : tree_(tree), most_(most), flow_(flow) {}

  bool run() {
    flow_.ranges.resize(tree_.nodes.size());
    walk(
        tree_, 0, [this](NodeId node) { return enter(node); },
        [this](NodeId node) { leave(node); });
    flush();
    return cut_;
  }

 private:
  std::uint32_t count() const { return static_cast<std::uint32_t>(flow_.blocks.size()); }

  bool enter(NodeId node) {
    const Tag tag = tree_[node].tag;
    if (tag == Tag::kText) {
      add(tree_.text_of(node));
      return false;
    }
    if (!kInlineTags.has(tag)) flush();
    // An inline element begins in the block that is still being gathered.
    flow_.ranges[node].begin = count();
    if (kHiddenTags.has(tag) || is_hidden_inline(node)) return false;
    if (!kInlineTags.has(tag)) {
      elements_.push_back(node);
    } else if (tag == Tag::kA) {
      ++links_;
    } else if (kBold.has(tag)) {
      ++bold_;
    } else if (tag == Tag::kBr) {
      line_break();
    } else if (tag == Tag::kTd || tag == Tag::kTh) {
      elements_.push_back(node);
      if (text_.size() > kLongCell || link_bytes_ > 0) flush();
      cell_ = true;
      text_ += ' ';
    }
    return true;
  }

  void leave(NodeId node) {
    const Tag tag = tree_[node].tag;
    if (tag == Tag::kText) return;
    const bool shown = !kHiddenTags.has(tag) && !is_hidden_inline(node);
    if (!kInlineTags.has(tag)) {
      flush();
      if (shown) elements_.pop_back();
    } else if (shown && tag == Tag::kA) {
      --links_;
    } else if (shown && kBold.has(tag)) {
      --bold_;
    } else if (tag == Tag::kTd || tag == Tag::kTh) {
      if (text_.size() > kLongCell || link_bytes_ > 0) flush();
      text_ += ' ';
      elements_.pop_back();
    }
    flow_.ranges[node].end = std::max(count() + (pending() ? 1U : 0U), flow_.ranges[node].begin);
  }

  // Words that show when the mouse comes near would stand in the midst of a sentence.
  bool is_hidden_inline(NodeId node) const {
    const Tag tag = tree_[node].tag;
    if (tag != Tag::kSpan && tag != Tag::kA && tag != Tag::kOther) return false;
    const std::string_view style = tree_.attribute(node, Attr::kStyle);
    return style.find("display:none") != std::string_view::npos ||
           style.find("display: none") != std::string_view::npos;
  }

  bool pending() const { return solid_ > 0; }

  void add(std::string_view text) {
    const bool blank = text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
    if (blank) {
      if (!text_.empty()) text_ += ' ';
      return;
    }
    if (solid_ == 0 && !elements_.empty()) element_ = elements_.back();
    breaks_ = 0;
    solid_ += text.size();
    if (links_ > 0) link_bytes_ += static_cast<std::uint32_t>(text.size());
    if (bold_ > 0) bold_bytes_ += text.size();
    text_ += text;
  }

  void line_break() {
    if (++breaks_ == 2) {
      flush();
    } else {
      text_ += ' ';
    }
  }

  void flush() {
    breaks_ = 0;
    if (solid_ > 0) {
      FlowBlock block;
      block.text = text::squeeze(text_);
      block.element = element_;
      block.link_bytes = std::min(link_bytes_, static_cast<std::uint32_t>(block.text.size()));
      block.emphasised = bold_bytes_ + 4 >= solid_;
      describe_place(block);
      if (count() >= most_) {
        cut_ = true;
      } else if (!block.text.empty()) {
        flow_.blocks.push_back(std::move(block));
      }
    }
    text_.clear();
    solid_ = 0;
    link_bytes_ = 0;
    bold_bytes_ = 0;
    cell_ = false;
  }

  void describe_place(FlowBlock& block) const {
    if (cell_) block.shape = Shape::kCell;
    for (std::size_t i = elements_.size(), steps = 0; i-- > 0 && steps < 8; ++steps) {
      const Tag tag = tree_[elements_[i]].tag;
      if (is_heading(tag)) {
        block.shape = Shape::kHeading;
        block.level =
            static_cast<std::uint8_t>(static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1);
        return;
      }
      if (tag == Tag::kFigcaption || tag == Tag::kCaption) {
        block.shape = Shape::kCaption;
        return;
      }
      if (tag == Tag::kBlockquote) {
        block.shape = Shape::kQuote;
        return;
      }
      if (tag == Tag::kLi || tag == Tag::kDd || tag == Tag::kDt) {
        if (block.shape == Shape::kText) block.shape = Shape::kItem;
        return;
      }
      if (tag == Tag::kArticle || tag == Tag::kSection || tag == Tag::kTable) return;
    }
  }

  const PageTree& tree_;
  std::size_t most_;
  PageFlow& flow_;
  std::vector<NodeId> elements_;  // block elements that are open
  std::string text_;
  std::size_t solid_ = 0;  // bytes of text that is not blank
  std::size_t bold_bytes_ = 0;
  std::uint32_t link_bytes_ = 0;
  NodeId element_ = 0;
  int links_ = 0;
  int bold_ = 0;
  int breaks_ = 0;
  bool cell_ = false;
  bool cut_ = false;
};

}  // namespace

PageFlow lay_out(const PageTree& tree, std::size_t most, bool& cut) {
  PageFlow flow;
  cut = Layouter(tree, most, flow).run();
  return flow;
}

}  // namespace postil::index
