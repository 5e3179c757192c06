#include "indexer/extract/body_span.h"

#include <algorithm>
#include <array>

namespace postil::index {
namespace {

constexpr float kCertainInEssay = 6;  // between paragraphs of what shows no sign of a page
constexpr std::size_t kManyAppeals = 3;
constexpr int kMostForParagraph = 80;
constexpr int kWall = -1000000;

// Appeals in so many long paragraphs are the essay's subject.
bool is_about_appeals(const PageParts& page) {
  std::size_t paragraphs = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const Features& features = page.features[i];
    paragraphs += page.open(i) && features.words >= 25 && features.appeal_words > 0 ? 1 : 0;
  }
  return paragraphs > kManyAppeals;
}

struct Borders {
  std::size_t first = 0;  // the first and the last paragraph that is not furniture
  std::size_t last = 0;
  bool any = false;
};

Borders find_borders(const PageParts& page) {
  Borders borders;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.open(i) && page.features[i].prose && !page.certain_furniture(i)) {
      borders.first = borders.any ? borders.first : i;
      borders.last = i;
      borders.any = true;
    }
  }
  return borders;
}

// What a block adds to the stretch it stands in: paragraphs by their words, others take away.
int value_of(const PageParts& page, std::size_t i) {
  const Features& features = page.features[i];
  if (page.parts[i] == Part::kComment) {
    return kWall;
  }
  if (page.parts[i] == Part::kFurniture || page.certain_furniture(i)) {
    const bool heads_list = features.reason == schema::FurnitureReason::kRelated && features.words <= 8;
    return heads_list ? -30 : -10;
  }
  if (features.prose) {
    return std::min(static_cast<int>(features.words), kMostForParagraph);
  }
  if (page.blocks[i].marker != Marker::kNone || page.features[i].words >= 8) {
    return -2;
  }
  return features.furniture >= 2 ? -8 : -5;
}

// The contiguous stretch with the greatest sum.
Span heaviest(const PageParts& page) {
  Span best;
  int best_sum = 0;
  int sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum = std::max(sum + value_of(page, i), kWall);
    if (sum > best_sum) {
      best_sum = sum;
      best = {begin, i + 1};
    }
  }
  return best;
}

}  // namespace

bool is_whole_page(const PageParts& page) {
  std::array<bool, 8> kinds{};
  std::size_t marks = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.parts[i] == Part::kFurniture ||
        (page.certain_furniture(i) && page.parts[i] != Part::kComment)) {
      ++marks;
      kinds[static_cast<std::size_t>(page.features[i].reason)] = true;
    }
  }
  return marks >= 3 && std::count(kinds.begin(), kinds.end(), true) >= 2;
}

void mark_inner_furniture(PageParts& page) {
  const bool whole_page = is_whole_page(page);
  const float for_appeals = is_about_appeals(page) ? 2.0F : 1.0F;
  const Borders borders = find_borders(page);
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!page.open(i)) {
      continue;
    }
    const Features& features = page.features[i];
    const bool inside = borders.any && i > borders.first && i < borders.last;
    float needed = inside && !whole_page ? kCertainInEssay : kCertain;
    if (features.reason == schema::FurnitureReason::kAppeal) {
      needed *= for_appeals;
    }
    if (features.furniture >= needed) {
      page.set_furniture(i, features.reason);
    }
  }
}

Span find_body(const PageParts& page) {
  if (is_whole_page(page)) {
    return heaviest(page);
  }
  return {0, page.size()};
}

}  // namespace postil::index
