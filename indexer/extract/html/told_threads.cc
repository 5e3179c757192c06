#include "indexer/extract/html/told_threads.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "indexer/extract/comments.h"
#include "indexer/extract/page_parts.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestHeading = 80;  // bytes

// The last line that may be the heading of comments; the page's size if there is none. Asked first,
// since most pages have none and are done with.
std::uint32_t last_heading(const MarkedParts& page) {
  for (std::uint32_t i = page.size(); i-- > 0;) {
    const FlowBlock& block = page.block(i);
    if (block.text.size() > kLongestHeading || block.links() > 0) continue;
    const Features features = describe(block, page.languages);
    if (features.comments_head && features.comments_told != 0) return i;
  }
  return page.size();
}

PageParts as_text(const MarkedParts& page) {
  std::vector<Block> blocks;
  for (const FlowBlock& flow : page.flow.blocks) blocks.emplace_back().text = flow.text;
  PageParts text(std::move(blocks), page.languages);
  // What is linked is no heading of this page's comments, but of others'.
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    if (page.block(i).links() > 0) text.features[i].comments_head = false;
  }
  return text;
}

// Lists of other articles have names and dates as well, but each entry is a link.
bool is_linked(const MarkedParts& page, const PageParts& text) {
  std::size_t bytes = 0;
  std::size_t linked = 0;
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    if (text.parts[i] != Part::kComment) continue;
    bytes += page.block(i).text.size();
    linked += page.block(i).link_bytes;
  }
  return linked * 3 > bytes;
}

}  // namespace

std::vector<Comment> take_told_threads(MarkedParts& page) {
  if (last_heading(page) == page.size()) return {};
  PageParts text = as_text(page);
  std::vector<Comment> comments = take_comments(text);
  if (comments.empty() || is_linked(page, text)) return {};
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    if (text.parts[i] == Part::kOpen) continue;
    page.parts[i] = text.parts[i];
    page.reasons[i] = text.reasons[i];
  }
  return comments;
}

}  // namespace postil::index
