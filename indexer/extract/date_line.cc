#include "indexer/extract/date_line.h"

#include <algorithm>
#include <string>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"
#include "indexer/model/date_text.h"
#include "indexer/model/month_names.h"

namespace postil::index {
namespace {

constexpr std::size_t kMostWords = 24;

// "5pm", "10h30", "24th", "2d", "10:15" is numbers already; also "T10" of ISO dates.
bool is_number_like(const PageWord& word) {
  const std::string_view text = word.folded;
  const bool digit = text.find_first_of("0123456789") != std::string::npos;
  return word.is_number ||
         (digit && text.size() <= 6 &&
          text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz") == std::string::npos);
}

// "2d", "3h", "5mo": how long ago, as some pages shorten it.
bool is_short_ago(const PageWord& word) {
  const std::string_view text = word.folded;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view unit = text.substr(digits);
  return digits > 0 && digits <= 3 &&
         (unit == "d" || unit == "h" || unit == "m" || unit == "w" || unit == "y" || unit == "mo" ||
          unit == "yr" || unit == "min" || unit == "hr");
}

// "at 10:15", "10h15": a clock's time in a run that holds more numbers than its two.
bool has_clock(std::string_view line, const PageWords& words, std::size_t begin, std::size_t end) {
  std::size_t numbers = 0;
  bool clock = false;
  for (std::size_t i = begin; i < end; ++i) {
    numbers += words[i].is_number ? 1 : 0;
    clock = clock || (i > begin && words[i].is_number && words[i - 1].is_number &&
                      words[i].end - words[i].begin == 2 &&
                      words[i].begin - words[i - 1].end == 1 && line[words[i - 1].end] == ':');
  }
  return clock && numbers >= 4;
}

// "14. 01. 2020" as it is read elsewhere: "14.01.2020".
std::string closed_up(std::string_view text) {
  std::string closed;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool gap = text[i] == ' ' && !closed.empty() && closed.back() == '.' &&
                     closed.size() > 1 &&
                     is_digit(static_cast<unsigned char>(closed[closed.size() - 2])) &&
                     i + 1 < text.size() && is_digit(static_cast<unsigned char>(text[i + 1]));
    if (!gap) {
      closed += text[i];
    }
  }
  return closed;
}

struct Marks {
  std::vector<bool> date;  // the word may belong to a date
  std::vector<bool> ago;
  std::vector<bool> unit;
};

Marks mark(const PageWords& words, const std::vector<CueHit>& hits) {
  Marks marks{std::vector<bool>(words.size()), std::vector<bool>(words.size()),
              std::vector<bool>(words.size())};
  for (std::size_t i = 0; i < words.size(); ++i) {
    marks.date[i] = is_number_like(words[i]) || month_named(words[i].folded) != 0 ||
                    is_weekday(words[i].folded);
  }
  for (const CueHit& hit : hits) {
    const bool label =
        (hit.kind == CueKind::kPublished || hit.kind == CueKind::kUpdated) && hit.begin == 0;
    for (std::size_t i = hit.begin; i < hit.end; ++i) {
      marks.date[i] = marks.date[i] || label || hit.kind == CueKind::kDateWord ||
                      hit.kind == CueKind::kAgo || hit.kind == CueKind::kTimeUnit;
      marks.ago[i] = marks.ago[i] || hit.kind == CueKind::kAgo;
      marks.unit[i] = marks.unit[i] || hit.kind == CueKind::kTimeUnit;
    }
  }
  return marks;
}

// A run of date words: what makes it a date, if anything.
std::optional<DateInLine> judge_run(std::string_view line, const PageWords& words,
                                    const Marks& marks, std::size_t begin, std::size_t end) {
  DateInLine found{words[begin].begin, words[end - 1].end, std::nullopt, false, false};
  bool month = false;
  bool number = false;
  bool ago = false;
  bool unit = false;
  bool short_ago = false;
  for (std::size_t i = begin; i < end; ++i) {
    month = month || month_named(words[i].folded) != 0;
    number = number || words[i].is_number || is_number_like(words[i]);
    ago = ago || marks.ago[i];
    unit = unit || marks.unit[i];
    short_ago = short_ago || (is_short_ago(words[i]) && end - begin <= 3);
  }
  found.relative = (ago && unit) || short_ago;
  if (!found.relative) {
    found.date = find_date(closed_up(line.substr(found.begin, found.end - found.begin)));
  }
  if (found.relative || found.date || (month && number) || has_clock(line, words, begin, end)) {
    return found;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateInLine> find_line_date(std::string_view line, const PageWords& words,
                                         const std::vector<CueHit>& hits) {
  if (words.empty() || words.size() > kMostWords) {
    return std::nullopt;
  }
  const Marks marks = mark(words, hits);
  std::optional<DateInLine> longest;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i;
    while (end < words.size() && marks.date[end]) {
      ++end;
    }
    while (i > 0 && i < end && marks.unit[i] && words[i].is_upper) {
      ++i;  // "Bo Day • 2 hours ago": a surname
    }
    if (end > i) {
      const std::optional<DateInLine> run = judge_run(line, words, marks, i, end);
      if (run && (!longest || run->end - run->begin > longest->end - longest->begin)) {
        longest = run;
      }
    }
    i = std::max(end, i + 1);
  }
  if (longest) {
    longest->updated = std::any_of(hits.begin(), hits.end(), [](const CueHit& hit) {
      return hit.kind == CueKind::kUpdated && hit.begin == 0;
    });
  }
  return longest;
}

bool is_date_only(std::string_view line, const DateInLine& date) {
  return strip_punctuation(line.substr(0, date.begin)).empty() &&
         strip_punctuation(line.substr(std::min(date.end, line.size()))).empty();
}

}  // namespace postil::index
