#include "indexer/extract/page.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "core/text/fold.h"
#include "indexer/extract/body_span.h"
#include "indexer/extract/comments.h"
#include "indexer/extract/head.h"
#include "indexer/extract/metadata.h"
#include "indexer/extract/page_parts.h"
#include "indexer/extract/zones.h"

namespace postil::index {
namespace {

constexpr std::uint32_t kShortestDoubtful = 5;  // words

PageParts describe_page(std::vector<Block> blocks, std::string_view language) {
  PageParts page(std::move(blocks), cue_languages(language));
  for (std::size_t i = 0; i < page.size() && page.comments_heads.size() < 8; ++i) {
    if (page.features[i].comments_head && page.features[i].words > 3) {
      page.comments_heads.push_back(text::fold(page.blocks[i].text));
    }
  }
  return page;
}

// What is left open above and below the body of a whole page are menus, teasers and legal lines.
void mark_outside(PageParts& page, const Span& body) {
  const auto title = static_cast<std::size_t>(
      std::find(page.parts.begin(), page.parts.end(), Part::kHead) - page.parts.begin());
  for (std::size_t i = 0; i < page.size(); ++i) {
    // A line between title and body that no rule knows may be an epigraph or a standfirst.
    const bool doubtful = i > title && i < body.begin &&
                          page.features[i].words >= kShortestDoubtful &&
                          page.features[i].furniture < 2;
    if (page.open(i) && !doubtful && (i < body.begin || i >= body.end)) {
      const bool behind = i >= body.end && page.features[i].prose;
      page.set_furniture(i, page.features[i].furniture >= 2 ? page.features[i].reason
                            : behind                        ? schema::FurnitureReason::kRelated
                                                            : schema::FurnitureReason::kNavigation);
    }
  }
}

// The title again, in front of the body or as the name of the page.
void mark_repeated_title(PageParts& page, const std::string& title) {
  const std::string folded = text::fold(title);
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.open(i) && page.blocks[i].text.size() <= title.size() + 8 &&
        text::fold(page.blocks[i].text) == folded) {
      page.set_furniture(i, schema::FurnitureReason::kRepeated);
    }
  }
}

void collect(const PageParts& page, Article& article) {
  std::unordered_set<std::string_view> buttons;  // "Reply" under each comment is kept once
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.parts[i] == Part::kOpen || page.parts[i] == Part::kBody) {
      article.paragraphs.push_back({zone_of(page, i), shown_text(page.blocks[i])});
    } else if (page.parts[i] == Part::kFurniture &&
               (!page.features[i].action || buttons.insert(page.blocks[i].text).second)) {
      article.furniture.push_back({page.reasons[i], shown_text(page.blocks[i])});
    }
  }
}

}  // namespace

bool read_page(std::string_view text, std::string_view language, Article& article) {
  const std::vector<Line> lines = split_lines(text);
  std::vector<Block> blocks = make_blocks(lines, measure_layout(lines));
  if (blocks.size() > kMostBlocks) {
    for (const Block& block : blocks) {
      article.paragraphs.push_back({schema::Zone::kBody, shown_text(block)});
    }
    return false;
  }
  PageParts page = describe_page(std::move(blocks), language);
  article.comments = take_comments(page);
  mark_inner_furniture(page);
  const Span body = find_body(page);
  Metadata found = take_head(page, body);
  take_foot(page, body, found);
  if (is_whole_page(page)) {
    mark_outside(page, body);
  }
  if (!found.title.empty()) {
    mark_repeated_title(page, found.title);
  }
  collect(page, article);
  use_found(article, std::move(found));
  return true;
}

}  // namespace postil::index
