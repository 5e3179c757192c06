#include "indexer/extract/numbered_comments.h"

#include <algorithm>

namespace postil::index {
namespace {

constexpr float kEnough = 4;

// Blocks [begin, end): items numbered in order, each with the paragraphs that belong to it.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t items = 0;
};

bool is_item(const Block& block, std::size_t number) {
  return block.marker == Marker::kNumber && block.number == number;
}

// The last run of items 1, 2, 3 … on the page, up to the furniture behind it.
Run last_run(const PageParts& page) {
  Run best;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (!is_item(page.blocks[i], 1) || page.certain_furniture(i)) {
      continue;
    }
    Run run{i, i + 1, 1};
    while (run.end < page.size() && !page.certain_furniture(run.end) &&
           !page.features[run.end].comments_head && !is_item(page.blocks[run.end], 1)) {
      run.items += is_item(page.blocks[run.end], run.items + 1) ? 1 : 0;
      ++run.end;
    }
    best = run;
    i = run.end - 1;
  }
  return best;
}

float what_stands_before(const PageParts& page, const Run& run) {
  if (run.begin == 0) {
    return -kEnough;
  }
  const Block& before = page.blocks[run.begin - 1];
  const Features& features = page.features[run.begin - 1];
  float score = 0;
  if (features.notes_head || before.text.ends_with(':')) {
    score -= 5;
  } else if (features.comments_head) {
    score += 4;
  } else if (page.certain_furniture(run.begin - 1)) {
    score += 2;  // the article was over before the list began
  } else if (!features.prose) {
    score -= 2;  // the list has a heading
  }
  score += page.blocks[run.begin].blank_before >= 2 ? 1.0F : 0.0F;
  score += page.blocks[run.begin].indent > before.indent ? 0.5F : 0.0F;
  return score;
}

float what_stands_behind(const PageParts& page, const Run& run) {
  if (run.end >= page.size()) {
    return -1;
  }
  for (std::size_t i = run.end; i < page.size(); ++i) {
    if (page.features[i].prose && !page.certain_furniture(i) && page.features[i].words >= 40) {
      return -4;  // the article goes on
    }
  }
  const bool form = page.features[run.end].reason == schema::FurnitureReason::kForm;
  return form ? 2.0F : 0.5F;
}

float what_it_holds(const PageParts& page, const Run& run) {
  std::size_t words = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    words += page.features[i].words;
  }
  const std::size_t average = words / run.items;
  float score = average >= 15 ? 1.0F : average < 8 ? -2.0F : 0.0F;
  score += run.end - run.begin > run.items ? 0.5F : 0.0F;  // some item has several paragraphs
  return score;
}

}  // namespace

std::vector<Comment> take_numbered_comments(PageParts& page) {
  const Run run = last_run(page);
  if (run.items == 0 ||
      what_stands_before(page, run) + what_stands_behind(page, run) + what_it_holds(page, run) <
          kEnough) {
    return {};
  }
  std::vector<Comment> comments;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (is_item(page.blocks[i], comments.size() + 1)) {
      comments.emplace_back();
      comments.back().number = static_cast<int>(comments.size());
    }
    comments.back().paragraphs.push_back(page.blocks[i].text);
    page.parts[i] = Part::kComment;
  }
  if (page.features[run.begin - 1].comments_head) {
    page.set_furniture(run.begin - 1, schema::FurnitureReason::kNavigation);
  }
  return comments;
}

}  // namespace postil::index
