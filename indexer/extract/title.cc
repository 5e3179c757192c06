#include "indexer/extract/title.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/author_note.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/names.h"
#include "indexer/extract/words.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestTitle = 300;  // bytes
constexpr std::uint32_t kMostWords = 32;
constexpr std::uint32_t kUsualTitle = 12;  // words; a longer line may be the standfirst
constexpr std::size_t kSubjectParagraphs = 30;
constexpr std::size_t kStem = 5;  // bytes
constexpr float kSubject = 2.5F;
constexpr std::size_t kMostClean = 7;  // blocks of a head with nothing of a page above it
constexpr std::size_t kRepeatsBelow = 10;
constexpr std::size_t kRepeatsLookedAt = 60;  // blocks above, in which a title may stand twice

// "World | Business | Chess", "Home › Opinion": a menu or a trail.
bool is_trail(std::string_view text) {
  std::size_t marks = 0;
  for (const std::string_view mark : {" | ", " › ", " » ", " > ", " / "}) {
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + 1)) {
      ++marks;
    }
  }
  return marks >= 2;
}

// Titles have letters and no full stop, and are neither buttons nor dates nor bylines.
bool may_be_title(const PageParts& page, std::size_t i) {
  const Block& block = page.blocks[i];
  const Features& features = page.features[i];
  if (!page.open(i) || features.wordless || features.words == 0 || features.words > kMostWords ||
      block.text.size() > kLongestTitle || features.furniture >= 3 || features.comments_head ||
      features.tags_row || features.caption || is_trail(block.text) ||
      block.marker == Marker::kBullet || block.marker == Marker::kQuote) {
    return false;
  }
  const bool full_stop = block.text.ends_with('.') && !block.text.ends_with("..");
  if (full_stop && features.runs_lower && features.words >= 3) {
    return false;
  }
  return !read_byline(block.text, page.languages) &&
         !read_author_note(block, page.wording(i), features, {}, page.languages);
}

// A few lines without a button among them: the article's own head, be there a page below it or not.
bool is_clean(const PageParts& page, std::size_t from, std::size_t body) {
  if (body - from > kMostClean) {
    return false;
  }
  for (std::size_t i = from; i < body; ++i) {
    if (page.features[i].furniture >= 2 || !page.open(i)) {
      return false;
    }
  }
  return true;
}

// How near below a byline, date or author note stands: 3 for the next line, 0 for nowhere near.
float byline_below(const PageParts& page, std::size_t i) {
  int seen = 0;
  for (std::size_t j = i + 1; j < page.size() && seen < 4 && j < i + 8; ++j) {
    const Features& features = page.features[j];
    if (features.furniture >= 2 || features.wordless || features.words == 0) {
      continue;
    }
    seen += features.words > kUsualTitle && features.runs_lower ? 0 : 1;
    if (read_byline(page.blocks[j].text, page.languages) ||
        read_author_note(page.blocks[j], page.wording(j), page.features[j], {}, page.languages)) {
      return seen <= 1 ? 3.0F : seen == 2 ? 2.0F : 1.0F;
    }
    if (seen <= 2 && is_person_name(page.blocks[j].text, page.languages)) {
      return 1.5F;
    }
  }
  return 0;
}

// "3 thoughts on “The Long War”" names the title.
bool named_by_comments(const PageParts& page, std::size_t i, const std::string& folded) {
  for (const std::string& head : page.comments_heads) {
    if (page.features[i].words >= 2 && head.find(folded) != std::string::npos) {
      return true;
    }
  }
  return false;
}

// The same words stand near once more, alone or as the start of a longer line ("Title | Name of the
// site"). Which of the two is the title is for the byline to say.
bool stands_twice(const PageParts& page, std::size_t i, const std::string& folded) {
  const std::size_t from = i > kRepeatsLookedAt ? i - kRepeatsLookedAt : 0;
  for (std::size_t j = from; j < std::min(page.size(), i + kRepeatsBelow); ++j) {
    const std::string& other = page.blocks[j].text;
    if (j != i && other.size() >= page.blocks[i].text.size() && other.size() <= kLongestTitle &&
        text::fold(other).starts_with(folded)) {
      return true;
    }
  }
  return false;
}

// The beginnings of the longer words of the body: of an article, not of the menu above it.
std::unordered_set<std::string> subject_words(const PageParts& page, std::size_t body) {
  std::unordered_set<std::string> stems;
  std::size_t paragraphs = 0;
  for (std::size_t i = body; i < page.size() && paragraphs < kSubjectParagraphs; ++i) {
    if (page.open(i) && page.features[i].prose && page.features[i].furniture < 2) {
      ++paragraphs;
      for (const PageWord& word : page.wording(i).words) {
        if (word.folded.size() >= kStem) {
          stems.emplace(word.folded.substr(0, kStem));
        }
      }
    }
  }
  return stems;
}

// The share of the title's longer words that the body has too.
float shared_subject(const PageWords& words, const std::unordered_set<std::string>& subject) {
  int longer = 0;
  int shared = 0;
  for (const PageWord& word : words) {
    if (word.folded.size() >= kStem) {
      ++longer;
      shared += subject.contains(std::string(word.folded.substr(0, kStem))) ? 1 : 0;
    }
  }
  return longer == 0 ? 0 : static_cast<float>(shared) / static_cast<float>(longer);
}

float score_of(const PageParts& page, std::size_t i, std::size_t body, std::size_t distance,
               bool whole_page) {
  const Features& features = page.features[i];
  const Block& block = page.blocks[i];
  float score = features.words >= 4   ? 2.0F
                : features.words >= 3 ? 1.7F
                : features.words == 2 ? 0.3F
                                      : -1.0F;
  score += block.hashes == 1 ? 3.0F : block.hashes > 1 ? 1.5F : 0.0F;
  score += byline_below(page, i);
  score -= block.text.ends_with(':') || block.text.ends_with(',') ? 2.0F : 0.0F;
  score -= features.furniture;
  score -=
      features.words > kUsualTitle ? 0.5F * static_cast<float>(features.words - kUsualTitle) : 0;
  if (!whole_page) {
    // An essay's title is its first line, set off from what follows.
    const bool set_off = i + 1 == body || page.blocks[i + 1].blank_before > 0;
    return score + (set_off ? 1.0F : -3.0F) - 1.5F * static_cast<float>(i);
  }
  const std::string folded = text::fold(block.text);
  if (features.words >= 3 && stands_twice(page, i, folded)) {
    score += 3;
  }
  score += named_by_comments(page, i, folded) ? 4.0F : 0.0F;
  return score - 0.35F * static_cast<float>(distance);
}

}  // namespace

std::optional<std::size_t> find_title(const PageParts& page, std::size_t from, std::size_t body,
                                      bool whole_page) {
  whole_page = whole_page && !is_clean(page, from, body);
  std::optional<std::size_t> best;
  float best_score = whole_page ? -2.0F : -1.5F;
  const std::unordered_set<std::string> subject =
      whole_page ? subject_words(page, body) : std::unordered_set<std::string>();
  std::size_t distance = 0;  // in blocks that might be titles
  for (std::size_t i = body; i-- > from;) {
    if (!may_be_title(page, i)) {
      continue;
    }
    float score = score_of(page, i, body, distance, whole_page);
    if (whole_page) {
      score += kSubject * shared_subject(page.wording(i).words, subject);
    }
    if (score > best_score) {
      best_score = score;
      best = i;
    }
    ++distance;
  }
  return best;
}

}  // namespace postil::index
