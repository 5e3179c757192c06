#include "indexer/extract/body_span.h"

#include <algorithm>
#include <array>

namespace postil::index {
namespace {

constexpr float kCertainInEssay = 6;  // between paragraphs of what shows no sign of a page
constexpr std::size_t kManyAppeals = 3;
constexpr int kMostForParagraph = 80;
constexpr std::size_t kWidestGap = 12;  // blocks
constexpr std::uint32_t kSolid = 25;    // words of a paragraph that cannot be a caption
constexpr std::size_t kMenu = 9;        // entries in a row, as no essay has
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
    const bool heads_list =
        features.reason == schema::FurnitureReason::kRelated && features.words <= 8;
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

bool ends_body(const PageParts& page, std::size_t i) {
  return !page.open(i) || page.features[i].furniture >= 2 || page.features[i].comments_head;
}

bool is_solid(const PageParts& page, std::size_t i) {
  return page.features[i].prose && page.features[i].words >= kSolid;
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

// Paragraphs beyond a gap of short lines belong to the body too, if nothing in the gap is a sign of
// the page: an article may hold a table or a list between its halves.
Span extended(const PageParts& page, Span span) {
  std::size_t gap = 0;
  for (std::size_t i = span.end; i < page.size() && gap < kWidestGap && !ends_body(page, i); ++i) {
    gap = is_solid(page, i) ? 0 : gap + 1;
    span.end = gap == 0 ? i + 1 : span.end;
  }
  gap = 0;
  for (std::size_t i = span.begin; i-- > 0 && gap < kWidestGap && !ends_body(page, i);) {
    gap = is_solid(page, i) ? 0 : gap + 1;
    span.begin = gap == 0 ? i : span.begin;
  }
  return span;
}

// One to three words that are neither a sentence nor an item of a list.
bool is_menu_entry(const PageParts& page, std::size_t i) {
  const Features& features = page.features[i];
  return features.words <= 3 && !features.ends_sentence && page.blocks[i].marker == Marker::kNone &&
         page.parts[i] != Part::kComment && !page.blocks[i].text.ends_with(',');
}

}  // namespace

bool is_whole_page(const PageParts& page) {
  std::array<bool, 8> kinds{};
  std::size_t marks = 0;
  std::size_t run = 0;
  std::size_t longest_run = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.parts[i] == Part::kFurniture ||
        (page.certain_furniture(i) && page.parts[i] != Part::kComment)) {
      ++marks;
      kinds[static_cast<std::size_t>(page.features[i].reason)] = true;
    }
    run = is_menu_entry(page, i) ? run + 1 : 0;
    longest_run = std::max(longest_run, run);
  }
  const auto kinds_seen = std::count(kinds.begin(), kinds.end(), true);
  return (marks >= 3 && kinds_seen >= 2) || (marks >= 1 && longest_run >= kMenu);
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
    const bool marked_heading = page.blocks[i].hashes != 0 && !whole_page;
    if (features.furniture >= needed && !marked_heading) {
      page.set_furniture(i, features.reason);
    }
  }
}

Span find_body(const PageParts& page) {
  if (is_whole_page(page)) {
    return extended(page, heaviest(page));
  }
  return {0, page.size()};
}

}  // namespace postil::index
