#include "indexer/extract/features.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/words.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestLegalLine = 40;  // words
constexpr float kLegalLine = 5;
constexpr std::size_t kKinds = 5;  // of furniture, the first of CueKind

schema::FurnitureReason reason_of(CueKind kind) {
  switch (kind) {
    case CueKind::kAppeal:
      return schema::FurnitureReason::kAppeal;
    case CueKind::kForm:
      return schema::FurnitureReason::kForm;
    case CueKind::kShare:
      return schema::FurnitureReason::kShare;
    case CueKind::kRelated:
      return schema::FurnitureReason::kRelated;
    default:
      return schema::FurnitureReason::kNavigation;
  }
}

// The same cue says less in a long text, which may be about the matter; in a very long one nothing.
float by_length(Where where, std::size_t words) {
  if (where == Where::kStart) {
    return words <= 25 ? 1.0F : words <= 60 ? 0.7F : words <= 110 ? 0.4F : 0.0F;
  }
  return words <= 40 ? 1.0F : words <= 110 ? 0.75F : words <= 160 ? 0.4F : 0.0F;
}

struct Tally {
  std::array<float, kKinds> score{};
  std::array<int, kKinds> covered{};  // words inside cues of the kind
  int covered_words = 0;              // words inside any cue of furniture
  int cues = 0;
  bool strong_button = false;  // some cue of the row has weight 3 or more
  bool whole = false;          // one cue is all of the block
};

// Weighs the cues of furniture, heaviest first, each word of the block once.
Tally weigh(const PageWords& words, std::vector<CueHit> hits) {
  std::erase_if(hits, [](const CueHit& hit) { return !is_furniture(hit.kind); });
  if (hits.empty()) return {};
  std::stable_sort(hits.begin(), hits.end(), [](const CueHit& a, const CueHit& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.end - a.begin > b.end - b.begin;
  });
  Tally tally;
  std::vector<bool> taken(words.size(), false);
  for (const CueHit& hit : hits) {
    if (std::find(taken.begin() + hit.begin, taken.begin() + hit.end, true) !=
        taken.begin() + hit.end) {
      continue;
    }
    std::fill(taken.begin() + hit.begin, taken.begin() + hit.end, true);
    const auto kind = static_cast<std::size_t>(hit.kind);
    const bool whole = hit.begin == 0 && hit.end == words.size();
    tally.covered[kind] += hit.end - hit.begin;
    tally.covered_words += hit.end - hit.begin;
    ++tally.cues;
    tally.strong_button = tally.strong_button || hit.weight >= 3;
    if (whole) {
      // Four words that say nothing else are no accident; one may be a heading.
      tally.score[kind] += static_cast<float>(hit.weight) + (hit.weight >= 4 ? 2.0F : 0.0F);
      tally.whole = true;
    } else if (hit.where != Where::kWhole) {
      tally.score[kind] += static_cast<float>(hit.weight) * by_length(hit.where, words.size());
    }
  }
  return tally;
}

// A row of buttons or menu entries: several cues and hardly anything between them.
float row_score(const Tally& tally, std::size_t words) {
  const auto covered = static_cast<std::size_t>(tally.covered_words);
  if (tally.cues < 2 || words == 0 || covered * 4 < words * 3) {
    return 0;
  }
  const float sure = covered == words ? 2.0F : 0.0F;
  return (tally.strong_button ? 3.0F : 1.0F) + sure + (tally.cues >= 4 ? 1.0F : 0.0F);
}

void judge_furniture(std::string_view block_text, const PageWords& words,
                     const std::vector<CueHit>& hits, Features& features) {
  const Tally tally = weigh(words, hits);
  const auto best = std::max_element(tally.score.begin(), tally.score.end());
  const auto row_kind = std::max_element(tally.covered.begin(), tally.covered.end());
  const float row = row_score(tally, words.size());
  features.furniture = *best;
  features.reason = reason_of(static_cast<CueKind>(best - tally.score.begin()));
  features.why = tally.whole ? "the block is one cue" : "cues in the block";
  if (row > *best) {
    features.furniture = row;
    features.reason = reason_of(static_cast<CueKind>(row_kind - tally.covered.begin()));
    features.why = "a row of buttons";
  } else if (*best > 0 && words.size() > 6 && !features.ends_sentence) {
    features.furniture += 0.5F;
  }
  if (words.size() <= kLongestLegalLine && features.furniture < kLegalLine &&
      (block_text.starts_with("©") || block_text.find("© ") != std::string_view::npos)) {
    features.furniture = kLegalLine;
    features.reason = schema::FurnitureReason::kNavigation;
    features.why = "a copyright line";
  }
  features.appeal_words = static_cast<std::uint8_t>(
      std::count_if(hits.begin(), hits.end(),
                    [](const CueHit& hit) {
                      return hit.kind == CueKind::kAppeal && hit.where == Where::kAnywhere;
                    }) &
      0x7F);
}

bool is_whole(const CueHit& hit, const PageWords& words) {
  return hit.begin == 0 && hit.end == words.size();
}

// The first number of the block, as in "3 comments" and "Comments (3)".
int first_number(std::string_view text, const PageWords& words) {
  for (const PageWord& word : words) {
    if (word.is_number && word.end - word.begin <= 6) {
      int number = 0;
      for (const char c : text.substr(word.begin, word.end - word.begin)) {
        if (is_digit(static_cast<unsigned char>(c))) number = number * 10 + (c - '0');
      }
      return number;
    }
  }
  return -1;
}

// Buttons under a comment, alone or in a row with counts between: "Like (3) Reply Share".
void judge_action(const PageWords& words, const std::vector<CueHit>& hits, Features& features) {
  if (words.size() > 12) {
    return;
  }
  std::vector<bool> covered(words.size(), false);
  bool any = false;
  bool decisive = false;
  for (const CueHit& hit : hits) {
    if (hit.kind != CueKind::kAction) {
      continue;
    }
    any = true;
    decisive = decisive || hit.weight > 0;
    const bool to_end = hit.where == Where::kStart && words.size() <= 8;
    std::fill(covered.begin() + hit.begin, to_end ? covered.end() : covered.begin() + hit.end,
              true);
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    covered[i] = covered[i] || words[i].is_number;
  }
  features.action = any && std::find(covered.begin(), covered.end(), false) == covered.end();
  features.action_only = features.action && decisive;
}

void note_roles(const Block& block, const PageWords& words, const std::vector<CueHit>& hits,
                Features& features) {
  for (const CueHit& hit : hits) {
    const bool whole = is_whole(hit, words);
    const std::size_t behind = hit.end > 0 ? words[hit.end - 1].end : 0;
    const char next = behind < block.text.size() ? block.text[behind] : ' ';
    switch (hit.kind) {
      case CueKind::kCommentsHead:
        if (whole || (hit.where == Where::kStart && words.size() <= 30)) {
          features.comments_head = true;
          features.comments_told = first_number(block.text, words);
        }
        break;
      case CueKind::kNotesHead:
        features.notes_head = features.notes_head || whole;
        break;
      case CueKind::kAboutHead:
        features.about_head = features.about_head || whole;
        break;
      case CueKind::kNote:
        features.note_start = features.note_start || hit.begin == 0;
        break;
      case CueKind::kTags:
        features.tags_row =
            features.tags_row || (hit.begin == 0 && (next == ':' || whole) && words.size() <= 60);
        break;
      case CueKind::kCaption:
        features.caption =
            features.caption || (hit.begin == 0 && next == ':' && words.size() <= 40);
        break;
      default:
        break;
    }
  }
}

// Words of scripts that are written without spaces, at two characters a word.
std::uint32_t unspaced_words(std::string_view text) {
  std::uint32_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    characters += (c >= 0x0E00 && c < 0x1100) || (c >= 0x1780 && c < 0x1800) ||
                          (c >= 0x3040 && c < 0xA000) || (c >= 0x20000 && c < 0x32000)
                      ? 1
                      : 0;
  }
  return characters / 2;
}

// Titles may ask or exclaim, at more than the usual length of a title.
bool asks(std::string_view text) {
  const char32_t last = last_of(strip_back(text, U"\"'”“»’)"));
  return last == U'?' || last == U'!';
}

}  // namespace

Wording read_wording(std::string_view text, CueLanguages languages) {
  const std::string_view looked_at = text.substr(0, text::floor_boundary(text, kLongBlock));
  Wording wording{page_words(looked_at), {}};
  if (looked_at.size() == text.size()) wording.cues = find_cues(wording.words, languages);
  return wording;
}

Features describe(const Block& block, const Wording& wording) {
  Features features;
  const std::string_view text = block.text;
  features.ends_sentence = ends_sentence(text);
  const std::string_view looked_at = text.substr(0, text::floor_boundary(text, kLongBlock));
  const PageWords& words = wording.words;
  features.words = static_cast<std::uint32_t>(words.size());
  if (!text::is_ascii(looked_at)) {
    features.words = std::max(features.words, unspaced_words(looked_at));
  }
  features.wordless =
      std::all_of(words.begin(), words.end(), [](const PageWord& word) { return word.is_number; });
  const auto upper = static_cast<std::size_t>(std::count_if(
      words.begin(), words.end(), [](const PageWord& word) { return word.is_upper; }));
  features.runs_lower = upper * 5 <= words.size() * 3;
  features.prose = text.size() > looked_at.size() || features.words >= 40 ||
                   (features.words >= 10 && features.ends_sentence && !asks(text)) ||
                   (features.words >= 20 && features.ends_sentence) ||
                   (features.words >= 22 && features.runs_lower);
  if (text.size() > looked_at.size()) {
    return features;
  }
  judge_furniture(text, words, wording.cues, features);
  judge_action(words, wording.cues, features);
  note_roles(block, words, wording.cues, features);
  return features;
}

Features describe(const Block& block, CueLanguages languages) {
  return describe(block, read_wording(block.text, languages));
}

}  // namespace postil::index
