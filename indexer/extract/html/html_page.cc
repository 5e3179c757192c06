#include "indexer/extract/html/html_page.h"

#include <unordered_set>
#include <utility>

#include "core/text/language_code.h"
#include "indexer/extract/html/flow.h"
#include "indexer/extract/html/main_text.h"
#include "indexer/extract/html/marked_parts.h"
#include "indexer/extract/html/page_facts.h"
#include "indexer/extract/html/page_metadata.h"
#include "indexer/extract/html/regions.h"
#include "indexer/extract/html/threads.h"
#include "indexer/extract/html/told_threads.h"
#include "indexer/extract/language.h"
#include "indexer/extract/metadata.h"
#include "indexer/extract/page.h"

namespace postil::index {
namespace {

schema::Zone zone_of(const FlowBlock& block) {
  switch (block.shape) {
    case Shape::kHeading:
      return schema::Zone::kHeading;
    case Shape::kItem:
      return schema::Zone::kList;
    case Shape::kQuote:
      return schema::Zone::kQuote;
    case Shape::kCaption:
      return schema::Zone::kCaption;
    default:
      return schema::Zone::kBody;
  }
}

// The first of the body, in an element that is named so.
bool is_standfirst(const MarkedParts& page, std::uint32_t i, const Article& article) {
  if (!article.paragraphs.empty() || !article.meta.standfirst.empty()) return false;
  NodeId node = page.block(i).element;
  for (int steps = 0; node != 0 && steps < 2; node = page.tree[node].parent, ++steps) {
    if ((page.cues[node] & kCueLead) != 0) return page.block(i).shape != Shape::kHeading;
  }
  return false;
}

void collect(const MarkedParts& page, Article& article) {
  std::unordered_set<std::string_view> known;  // "Reply" under each comment is kept once
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    const FlowBlock& block = page.block(i);
    if (page.parts[i] == Part::kBody && is_standfirst(page, i, article)) {
      article.meta.standfirst = block.text;
    } else if (page.parts[i] == Part::kBody) {
      article.paragraphs.push_back({zone_of(block), block.text});
    } else if (page.parts[i] == Part::kFurniture && known.insert(block.text).second) {
      article.furniture.push_back({page.reasons[i], block.text});
    }
  }
}

// What the page declares, else what its prose is in.
std::string language_of(const PageFacts& facts, const PageFlow& flow) {
  constexpr std::size_t kEnough = 4096;
  const std::string& declared =
      facts.meta.language.empty() ? facts.json.language : facts.meta.language;
  std::string language = text::language_code(declared);
  if (!language.empty()) return language;
  std::string sample;
  for (const FlowBlock& block : flow.blocks) {
    if (gain_of(block) > 0) sample += block.text + "\n";
    if (sample.size() > kEnough) break;
  }
  return detect_language(sample);
}

}  // namespace

bool read_marked_page(const MarkedPage& page, Article& article, std::vector<RawComment>& declared) {
  bool cut = false;
  PageFlow flow = lay_out(page.tree, kMostBlocks, cut);
  PageFacts facts = read_facts(page.tree);
  const std::string language =
      article.meta.language.empty() ? language_of(facts, flow) : article.meta.language;
  MarkedParts parts = describe_marked(page.tree, std::move(flow), cue_languages(language));
  article.comments = take_threads(parts);
  if (article.comments.empty()) article.comments = take_told_threads(parts);
  mark_regions(parts);
  const NodeId main = find_main(parts);
  Metadata found = find_metadata(parts, main, facts, page.address);
  take_body(parts, main);
  collect(parts, article);
  use_found(article, std::move(found));
  if (article.meta.language.empty()) article.meta.language = language;
  if (article.comments.empty()) declared = std::move(facts.comments);
  return !cut;
}

}  // namespace postil::index
