#include "indexer/extract/html/main_text.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "indexer/extract/characters.h"
#include "indexer/extract/html/regions.h"

namespace postil::index {
namespace {

// A part that holds this much of what its whole speaks for is the better choice.
constexpr float kEnough = 0.8F;

// So much more prose than scraps makes what stands beside the best part a part of the article.
constexpr float kCleaner = 4;

constexpr std::size_t kLongCaption = 140;  // bytes; a shorter one names a picture and its maker
constexpr float kManyLinks = 0.3F;         // of a last paragraph that is none

constexpr std::uint32_t kFar = 25;        // blocks between a title and its body
constexpr std::size_t kLongHeading = 60;  // bytes; above the first prose it is a standfirst

constexpr std::size_t kRepeatable = 40;  // bytes; what is shorter may well be said twice
constexpr std::size_t kShortBlock =
    200;  // bytes; what is longer is furniture by stronger cues only

NodeId body_of(const PageTree& tree) {
  NodeId body = 1;
  for (NodeId node = tree[1].first; node != 0; node = tree[node].next) {
    if (tree[node].tag == Tag::kBody) body = node;
  }
  return body;
}

// What PHP prints into a page: "Warning: … in /www/x.php on line 12".
bool is_machine_message(std::string_view text) {
  constexpr std::string_view kKinds[] = {"Warning: ", "Notice: ", "Deprecated: ", "Fatal error: "};
  return text.find(" on line ") != std::string_view::npos &&
         std::any_of(std::begin(kKinds), std::end(kKinds),
                     [&](std::string_view kind) { return text.starts_with(kind); });
}

bool is_strange(const MarkedParts& page, std::uint32_t i, schema::FurnitureReason& reason) {
  const FlowBlock& block = page.block(i);
  if (is_machine_message(block.text)) return true;
  if (block.links() > 0.66F && block.text.size() < kShortBlock && block.shape != Shape::kHeading) {
    reason = schema::FurnitureReason::kNavigation;
    return true;
  }
  if (block.text.size() > kLongBlock) return false;
  const Features features = describe(block, page.languages);
  if (features.wordless) return true;
  if (features.furniture >= 2) reason = features.reason;
  return features.furniture >= kCertain ||
         (features.furniture >= 2 && block.text.size() < 60 && !features.ends_sentence);
}

// A block that could stand alone: a paragraph, a sentence.
bool is_prose(const FlowBlock& block) {
  return block.shape != Shape::kHeading && gain_of(block) > 0;
}

// Labels, credits and buttons that no cue knows: a few words without a sentence.
bool is_scrap(const FlowBlock& block) {
  constexpr std::size_t kFewWords = 25;  // bytes
  return (block.shape == Shape::kText || block.shape == Shape::kCell) && !block.emphasised &&
         block.text.size() < kFewWords && !ends_sentence(block.text) && !block.text.ends_with(':');
}

// Where the title stands in the range: what is above it is not of the article. The range's begin if
// it stands elsewhere.
std::uint32_t title_in(const MarkedParts& page, BlockRange range) {
  const std::uint32_t from = range.begin > kFar ? range.begin - kFar : 0;
  for (std::uint32_t i = from; i < range.begin; ++i) {
    // Said above already: what repeats it is a caption or a heading.
    if (page.parts[i] == Part::kHead && page.block(i).shape == Shape::kHeading) return range.begin;
  }
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (page.open(i) && page.block(i).text.size() > kLongBlock / 4) break;
    if (page.parts[i] == Part::kHead && page.block(i).shape == Shape::kHeading) return i;
  }
  return range.begin;
}

// What a picture shows and whose it is. A caption that tells a story of its own stays.
bool is_picture_line(const MarkedParts& page, std::uint32_t i, NodeId main) {
  const FlowBlock& block = page.block(i);
  const bool caption =
      block.shape == Shape::kCaption ||
      (block.text.size() < kShortBlock * 2 && (page.cues_around(i, main) & kCueCaption) != 0);
  return caption && (block.text.size() < kLongCaption || !ends_sentence(block.text));
}

void leave_out(MarkedParts& page, std::uint32_t i, schema::FurnitureReason reason) {
  page.parts[i] = Part::kFurniture;
  page.reasons[i] = reason;
}

// Above the first prose stand kickers and counts, below the last headings of what was left out.
void trim(MarkedParts& page, std::vector<std::uint32_t>& body) {
  std::size_t begin = 0;
  while (begin < body.size() && !is_prose(page.block(body[begin]))) ++begin;
  if (begin == body.size()) return;
  for (std::size_t i = 0; i < begin; ++i) {
    const FlowBlock& block = page.block(body[i]);
    if (block.shape == Shape::kHeading && i + 1 == begin) continue;
    if (block.shape == Shape::kHeading && block.text.size() >= kLongHeading) continue;
    if (block.shape == Shape::kItem || block.shape == Shape::kQuote) continue;
    leave_out(page, body[i], schema::FurnitureReason::kNavigation);
  }
  for (std::size_t i = body.size(); i-- > begin;) {
    const FlowBlock& block = page.block(body[i]);
    const bool item = block.shape == Shape::kItem && block.links() < 0.3F;
    const bool pointer = block.links() > kManyLinks && i > begin + 2;  // to other articles
    if (!pointer && (is_prose(block) || item || block.shape == Shape::kQuote)) break;
    leave_out(page, body[i], schema::FurnitureReason::kRelated);
  }
}

// Prose between the title and the element of the body: a standfirst that stands apart.
void take_lead(MarkedParts& page, BlockRange range, NodeId main) {
  constexpr std::size_t kShortest = 50;
  const std::uint32_t from = range.begin > kFar ? range.begin - kFar : 0;
  std::uint32_t title = range.begin;
  for (std::uint32_t i = from; i < range.begin; ++i) {
    if (page.parts[i] == Part::kHead && page.block(i).shape == Shape::kHeading) title = i;
  }
  for (std::uint32_t i = title + 1; i < range.begin; ++i) {
    const FlowBlock& block = page.block(i);
    if (!page.open(i) || block.links() > 0.2F || block.text.size() < kShortest) continue;
    const std::uint32_t around = page.cues_around(i, 0);
    const bool lead = (around & kCueLead) != 0 ||
                      (block.shape == Shape::kHeading && block.text.size() >= kLongHeading);
    if (!lead && !ends_sentence(block.text)) continue;
    if (is_picture_line(page, i, main) || describe(block, page.languages).furniture >= 2) continue;
    page.parts[i] = Part::kBody;
  }
}

// Headings of what was left out: another of their own or a higher level comes next.
void drop_bare_headings(MarkedParts& page, std::vector<std::uint32_t>& body) {
  std::erase_if(body, [&](std::uint32_t i) { return page.parts[i] != Part::kBody; });
  for (std::size_t i = 0; i + 1 < body.size(); ++i) {
    const FlowBlock& heading = page.block(body[i]);
    const FlowBlock& next = page.block(body[i + 1]);
    if (heading.shape == Shape::kHeading && next.shape == Shape::kHeading &&
        next.level <= heading.level) {
      leave_out(page, body[i], schema::FurnitureReason::kRelated);
    }
  }
}

// A page without prose, a list of names or a notice: all that is no link.
void take_anything(MarkedParts& page, BlockRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const bool left_out = page.parts[i] == Part::kFurniture &&
                          page.reasons[i] == schema::FurnitureReason::kNavigation;
    if (left_out && page.block(i).links() < 0.5F) page.parts[i] = Part::kBody;
  }
}

}  // namespace

NodeId find_main(const MarkedParts& page) {
  const Gains gains(page);
  const NodeId body = body_of(page.tree);
  NodeId main = body;
  for (;;) {
    NodeId best = 0;
    float most = 0;
    for (NodeId child = page.tree[main].first; child != 0; child = page.tree[child].next) {
      if (page.tree[child].tag == Tag::kText) continue;
      const float gain = gains.in(page.range(child));
      if (gain > most) {
        most = gain;
        best = child;
      }
    }
    if (best == 0 || most < kEnough * gains.in(page.range(main))) break;
    // A paragraph or a list is not an article.
    static constexpr TagSet kParts = {Tag::kP, Tag::kUl, Tag::kOl, Tag::kLi, Tag::kBlockquote};
    if (page.range(best).size() <= 1 || kParts.has(page.tree[best].tag)) break;
    main = best;
  }
  // What stands beside it may be of the same article, if it is prose and little else.
  for (NodeId up = page.tree[main].parent; up != 0 && up != body; up = page.tree[up].parent) {
    const BlockRange outer = page.range(up);
    const BlockRange inner = page.range(main);
    const float good =
        gains.good_in({outer.begin, inner.begin}) + gains.good_in({inner.end, outer.end});
    const float bad =
        good - gains.in({outer.begin, inner.begin}) - gains.in({inner.end, outer.end});
    if (good > 50 && good > kCleaner * bad)
      main = up;
    else if (good > 0 || bad > 60)
      break;
  }
  return main;
}

void take_body(MarkedParts& page, NodeId main) {
  const BlockRange range = page.range(main);
  take_lead(page, range, main);
  const std::uint32_t begin = title_in(page, range);
  page.set_furniture({0, begin}, schema::FurnitureReason::kNavigation);
  page.set_furniture({range.end, page.size()}, schema::FurnitureReason::kNavigation);
  std::vector<std::uint32_t> body;
  std::unordered_set<std::string_view> known;
  for (std::uint32_t i = begin; i < range.end; ++i) {
    if (!page.open(i)) continue;
    auto reason = schema::FurnitureReason::kNavigation;
    const std::string& text = page.block(i).text;
    if (text.size() > kRepeatable && !known.insert(text).second) {
      page.parts[i] = Part::kFurniture;
      page.reasons[i] = schema::FurnitureReason::kRepeated;
    } else if (is_strange(page, i, reason) || is_scrap(page.block(i)) ||
               is_picture_line(page, i, main)) {
      page.parts[i] = Part::kFurniture;
      page.reasons[i] = reason;
    } else {
      page.parts[i] = Part::kBody;
      body.push_back(i);
    }
  }
  trim(page, body);
  drop_bare_headings(page, body);
  const bool empty =
      std::find(page.parts.begin(), page.parts.end(), Part::kBody) == page.parts.end();
  if (empty) take_anything(page, range);
}

}  // namespace postil::index
