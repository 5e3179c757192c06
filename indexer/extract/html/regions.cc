#include "indexer/extract/html/regions.h"

#include <algorithm>

#include "indexer/extract/characters.h"

namespace postil::index {
namespace {

constexpr float kMostOfPage = 0.4F;  // of the page's prose, that no part by its name alone may take
constexpr float kMostIfContent = 0.05F;  // … if the name says "content" as well

// What prose counts where names speak against it, though it is too much to be passed over.
constexpr float kDoubted = 0.2F;
constexpr float kHalf = 0.5F;

constexpr std::uint32_t kStrange = kCueNavigation | kCueShare | kCueRelated | kCueForm |
                                   kCueAppeal | kCueAside | kCueFoot | kCueAd | kCueOverlay |
                                   kCueTags | kCueHidden | kCueTeaser | kCueBio;

schema::FurnitureReason reason_of(std::uint32_t cues) {
  using schema::FurnitureReason;
  if ((cues & kCueForm) != 0) return FurnitureReason::kForm;
  if ((cues & kCueShare) != 0) return FurnitureReason::kShare;
  if ((cues & kCueAppeal) != 0) return FurnitureReason::kAppeal;
  if ((cues & (kCueRelated | kCueTeaser)) != 0) return FurnitureReason::kRelated;
  return FurnitureReason::kNavigation;
}

}  // namespace

float gain_of(const FlowBlock& block) {
  const auto bytes = static_cast<float>(block.text.size());
  const float links = block.links();
  if (block.shape == Shape::kHeading) return links > 0.5F ? -20.0F : 5.0F;
  if (links > 0.5F) return -15.0F - std::min(bytes, 100.0F) * 0.3F;
  if (bytes >= 80) return std::min(bytes, 800.0F) * (1 - links);
  if (bytes >= 25 && ends_sentence(block.text)) return bytes * (1 - links);
  return -8.0F;
}

Gains::Gains(const MarkedParts& page) {
  sums_.assign(1, 0);
  good_.assign(1, 0);
  for (std::uint32_t i = 0; i < page.size(); ++i) {
    float gain = page.open(i) ? gain_of(page.block(i)) : 0;
    if (gain > 0) {
      const std::uint32_t around = page.cues_around(i, 0);
      if ((around & (kCueFoot | kCueNavigation | kCueOverlay | kCueAd)) != 0) {
        gain *= kDoubted;
      } else if ((around & kCueHidden) != 0) {
        gain *= kHalf;
      }
    }
    sums_.push_back(sums_.back() + gain);
    good_.push_back(good_.back() + std::max(0.0F, gain));
  }
}

void mark_regions(MarkedParts& page) {
  const Gains gains(page);
  const float prose = gains.good_in({0, page.size()});
  for (NodeId node = 1; node != 0;) {
    const std::uint32_t cues = page.cues[node];
    const Tag tag = page.tree[node].tag;
    const BlockRange range = page.range(node);
    bool taken = false;
    const bool frame = tag == Tag::kHtml || tag == Tag::kBody || tag == Tag::kText ||
                       tag == Tag::kMain || (tag >= Tag::kH1 && tag <= Tag::kH6);
    // A word in a paragraph may be named so; the paragraph is not it.
    if ((cues & kStrange) != 0 && !frame && range.size() > 0 && range.begin < page.size() &&
        page.is_within(page.block(range.begin).element, node)) {
      const float own = gains.good_in(range);
      const bool content = (cues & (kCueContent | kCueText)) != 0;
      taken = own <= prose * (content ? kMostIfContent : kMostOfPage);
      if (taken) page.set_furniture(range, reason_of(cues));
    }
    node = taken ? page.tree.next_behind(node, 0) : page.tree.next_in(node, 0);
  }
}

}  // namespace postil::index
