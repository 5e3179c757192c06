#include "indexer/extract/zones.h"

#include "indexer/extract/characters.h"

namespace postil::index {
namespace {

constexpr std::uint32_t kLongestHeading = 14;  // words

bool is_list_item(const Block& block) {
  return block.marker == Marker::kBullet || block.marker == Marker::kNumber;
}

// One item alone is a dash or a numbered heading; two are a list.
bool in_list(const PageParts& page, std::size_t i) {
  const Block& block = page.blocks[i];
  const auto like = [&](std::size_t j) {
    const Block& other = page.blocks[j];
    return other.marker == block.marker &&
           (block.marker == Marker::kBullet || other.number + (j < i ? 1 : -1) == block.number);
  };
  return (i > 0 && like(i - 1)) || (i + 1 < page.size() && like(i + 1));
}

// A short line that is no sentence, set off by blank lines, with a paragraph below it and one
// above.
bool is_heading(const PageParts& page, std::size_t i) {
  const Block& block = page.blocks[i];
  const Features& features = page.features[i];
  if (block.hashes != 0) {
    return true;
  }
  const char32_t last = last_of(block.text);
  const bool no_sentence =
      last != U'.' && last != U',' && last != U';' && last != U':' && last != U'…';
  return i > 0 && i + 1 < page.size() && !features.wordless && features.words >= 1 &&
         features.words <= kLongestHeading && no_sentence && !starts_lower(block.text) &&
         block.blank_before > 0 && page.blocks[i + 1].blank_before > 0 &&
         page.features[i + 1].prose && page.features[i - 1].prose &&
         !is_lower(first_of(block.text)) && first_of(block.text) != U'"' &&
         first_of(block.text) != U'“' && first_of(block.text) != U'„' &&
         first_of(block.text) != U'«' && first_of(block.text) != U'–' &&
         first_of(block.text) != U'—';
}

}  // namespace

schema::Zone zone_of(const PageParts& page, std::size_t i) {
  const Block& block = page.blocks[i];
  if (block.marker == Marker::kQuote) {
    return schema::Zone::kQuote;
  }
  if (is_list_item(block) && in_list(page, i)) {
    return schema::Zone::kList;
  }
  if (page.features[i].caption) {
    return schema::Zone::kCaption;
  }
  return is_heading(page, i) ? schema::Zone::kHeading : schema::Zone::kBody;
}

}  // namespace postil::index
