#include "indexer/extract/comment_head.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"
#include "indexer/extract/date_line.h"
#include "indexer/extract/names.h"
#include "indexer/extract/words.h"

namespace postil::index {
namespace {

constexpr std::size_t kLongestHead = 160;      // bytes
constexpr std::size_t kLongestSaying = 2000;   // bytes, with the comment on the same line
constexpr std::uint16_t kFarthestSaying = 14;  // words before "says"

struct Parsed {
  std::string_view whole;  // the block
  std::string_view text;   // its beginning, in which a head may stand
  const PageWords& words;  // of the beginning
  const std::vector<CueHit>& hits;
  std::optional<DateInLine> date;
};

// "Ann in reply to Bo", "Ann → Bo": the name before and the name answered.
struct Answer {
  std::string_view name;
  std::string_view reply_to;
};

std::optional<Answer> split_answer(std::string_view text, const Parsed& parsed) {
  constexpr std::array<std::string_view, 5> kArrows = {"→", "➔", "▸", "›", "↪"};
  for (const std::string_view arrow : kArrows) {
    if (const std::size_t at = text.find(arrow); at != std::string_view::npos && at > 0) {
      return Answer{text.substr(0, at), text.substr(at + arrow.size())};
    }
  }
  const std::size_t offset = static_cast<std::size_t>(text.data() - parsed.text.data());
  for (const CueHit& hit : parsed.hits) {
    const std::size_t begin = parsed.words[hit.begin].begin;
    const std::size_t end = parsed.words[hit.end - 1].end;
    if (hit.kind == CueKind::kInReply && begin >= offset && end < offset + text.size()) {
      return Answer{text.substr(0, begin - offset), text.substr(end - offset)};
    }
  }
  return std::nullopt;
}

// Cuts "By", "Posted by", "Comment by" and "on" away from a name.
std::string_view bare_name(std::string_view text, const Parsed& parsed) {
  const std::size_t offset = static_cast<std::size_t>(text.data() - parsed.text.data());
  std::size_t cut = 0;
  for (const CueHit& hit : parsed.hits) {
    if (hit.kind == CueKind::kByline && parsed.words[hit.begin].begin == offset &&
        parsed.words[hit.end - 1].end < offset + text.size()) {
      cut = std::max<std::size_t>(cut, parsed.words[hit.end - 1].end - offset);
    }
  }
  text = text.substr(cut);
  // "Comment by Ann" and its like: what stands before "by" is the label.
  if (const std::size_t by = text.find(" by "); by < 12) {
    text = text.substr(by + 4);
  }
  return strip_back(strip_front(text, U":|,;-–—•·*\"()[]#"), U"•·–—|,-@");
}

bool set_name(std::string_view text, const Parsed& parsed, CommentHead& head) {
  if (const std::optional<Answer> answer = split_answer(text, parsed)) {
    const std::string_view to = bare_name(answer->reply_to, parsed);
    if (!could_be_commenter(to)) {
      return false;
    }
    head.reply_to = commenter_name(to);
    text = answer->name;
  }
  const std::string_view name = bare_name(text, parsed);
  if (!could_be_commenter(name)) {
    return false;
  }
  head.name = commenter_name(name);
  return true;
}

// "Annsays:", where two pieces of a page ran together. Only at the end of a line.
bool read_glued_says(const Parsed& parsed, CommentHead& head) {
  constexpr std::array<std::string_view, 10> kSays = {
      "says:",  "sagt:", "dice:", "dit :",     "dit:",
      "пишет:", "каже:", "пише:", "diyor ki:", "said..."};
  for (const std::string_view says : kSays) {
    if (parsed.text.size() > says.size() && parsed.text.ends_with(says)) {
      const std::string_view name = parsed.text.substr(0, parsed.text.size() - says.size());
      if (is_letter(last_of(name)) && parsed.words.size() <= 4 && set_name(name, parsed, head)) {
        head.kind = HeadKind::kSays;
        return true;
      }
    }
  }
  return false;
}

// "Ann says:", "Ann on 3 May 2024 at 10:15 said:", "On 3 May 2024, Ann wrote:", "Ann says: Text".
bool read_says(const Parsed& parsed, CommentHead& head) {
  for (const CueHit& hit : parsed.hits) {
    if (hit.kind != CueKind::kSays || hit.begin == 0 || hit.begin > kFarthestSaying) {
      continue;
    }
    const std::size_t begin = parsed.words[hit.begin].begin;
    const std::size_t end = parsed.words[hit.end - 1].end;
    std::string_view name = parsed.text.substr(0, begin);
    std::string_view rest = parsed.text.substr(end);
    const std::string_view colon = strip_front(rest, U".…)");
    const bool has_colon = colon.starts_with(':');
    rest = has_colon ? colon.substr(1) : rest;
    const bool date_in_name = parsed.date && parsed.date->begin < begin;
    if (date_in_name) {
      name = strip_punctuation(name.substr(0, parsed.date->begin)).empty()
                 ? name.substr(std::min(parsed.date->end, name.size()))
                 : name.substr(0, parsed.date->begin);
    }
    const bool date_behind =
        parsed.date && parsed.date->begin >= end &&
        strip_punctuation(parsed.text.substr(end, parsed.date->begin - end)).empty() &&
        strip_punctuation(parsed.text.substr(parsed.date->end)).empty();
    const bool bare = strip_punctuation(rest).empty();
    if ((!bare && !date_behind && !has_colon) || !set_name(name, parsed, head)) {
      continue;
    }
    if (date_in_name || date_behind) {
      head.dated = true;
      head.date = parsed.date->date;
    }
    if (!bare && !date_behind) {
      const auto offset = static_cast<std::size_t>(rest.data() - parsed.text.data());
      head.text = std::string(text::trim(parsed.whole.substr(offset)));
    }
    head.kind = HeadKind::kSays;
    return true;
  }
  return false;
}

bool read_dated(const Parsed& parsed, CommentHead& head) {
  if (!parsed.date) {
    return false;
  }
  head.dated = true;
  head.date = parsed.date->date;
  if (is_date_only(parsed.text, *parsed.date)) {
    head.kind = HeadKind::kDate;
    return true;
  }
  const std::string_view before = parsed.text.substr(0, parsed.date->begin);
  const std::string_view behind =
      parsed.text.substr(std::min(parsed.date->end, parsed.text.size()));
  const bool name_first = !strip_punctuation(before).empty();
  // Behind the date of "Ann, 3 May 2024" may stand a button or a badge: "Edited", "Reply".
  const bool little_behind = page_words(behind).size() <= 2 && !behind.ends_with(':');
  if (name_first ? little_behind && set_name(before, parsed, head)
                 : set_name(behind, parsed, head)) {
    head.kind = HeadKind::kNameDate;
    return true;
  }
  return false;
}

bool is_badge(const Parsed& parsed) {
  return std::any_of(parsed.hits.begin(), parsed.hits.end(), [&](const CueHit& hit) {
    return hit.kind == CueKind::kBadge && hit.begin == 0 && hit.end == parsed.words.size();
  });
}

// A line that is a head and nothing else.
CommentHead read_line(const Parsed& parsed) {
  CommentHead head;
  if (read_says(parsed, head) || read_glued_says(parsed, head)) return head;
  head = CommentHead{};
  if (read_dated(parsed, head)) return head;
  head = CommentHead{};
  if (is_badge(parsed)) {
    head.kind = HeadKind::kBadge;
  } else if (set_name(parsed.text, parsed, head)) {
    head.kind = HeadKind::kName;
  }
  return head;
}

// "Ann says: Text", with the comment on the same line.
CommentHead read_saying(std::string_view whole, CueLanguages languages) {
  const std::string_view text = whole.substr(0, text::floor_boundary(whole, kLongestHead));
  const PageWords words = page_words(text);
  const std::vector<CueHit> hits = find_cues(words, languages);
  const Parsed parsed{whole, text, words, hits, find_line_date(text, words, hits)};
  CommentHead head;
  return read_says(parsed, head) ? head : CommentHead{};
}

// Whether a word for saying stands where it does in heads; cues are known of shorter blocks only.
bool may_say(const Block& block, const Wording& wording) {
  return block.text.size() > kLongBlock ||
         std::any_of(wording.cues.begin(), wording.cues.end(), [](const CueHit& hit) {
           return hit.kind == CueKind::kSays && hit.begin <= kFarthestSaying;
         });
}

}  // namespace

CommentHead read_comment_head(const Block& block, const Wording& wording, CueLanguages languages) {
  const std::string_view text = block.text;
  if (text.size() > kLongestSaying || wording.words.empty()) return {};
  if (text.size() > kLongestHead) {
    return may_say(block, wording) ? read_saying(text, languages) : CommentHead{};
  }
  const auto& [words, cues] = wording;
  return read_line({text, text, words, cues, find_line_date(text, words, cues)});
}

CommentHead read_comment_head(const Block& block, CueLanguages languages) {
  const std::string_view text = block.text;
  if (text.size() > kLongestSaying) return {};
  if (text.size() > kLongestHead) return read_saying(text, languages);
  return read_comment_head(block, read_wording(text, languages), languages);
}

}  // namespace postil::index
