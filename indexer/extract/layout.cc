#include "indexer/extract/layout.h"

#include <algorithm>
#include <array>
#include <optional>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"

namespace postil::index {
namespace {

constexpr std::size_t kNarrowest = 24;
constexpr std::size_t kWidest = 160;
constexpr std::size_t kSlack = 3;    // typists and optimal fits break a little early
constexpr std::size_t kFewest = 3;   // fewer broken lines than this prove nothing
constexpr double kAgreeing = 0.55;   // of the lines that could have been broken at the width
constexpr double kRunningOn = 0.35;  // of the agreeing lines go on in mid-sentence

struct Pair {
  std::size_t length = 0;     // of the line
  std::size_t next_word = 0;  // of the first word of the line that follows at once
  bool runs_on = false;       // the sentence goes on with a small letter
};

std::size_t first_word_length(std::string_view line) {
  return text::count_code_points(line.substr(0, line.find(' ')));
}

std::vector<Pair> pairs_of(const std::vector<Line>& lines) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    if (lines[i + 1].blank_before != 0 || line.text.size() > 4 * kWidest) {
      continue;
    }
    const std::size_t length = text::count_code_points(line.text) + line.indent;
    const bool runs_on = starts_lower(lines[i + 1].text) && !ends_sentence(line.text);
    pairs.push_back({length, first_word_length(lines[i + 1].text), runs_on});
  }
  return pairs;
}

bool agrees(const Pair& pair, std::size_t width) {
  return pair.length <= width && pair.length + pair.next_word + kSlack >= width;
}

// The width with the most votes; the widest of equals, as a full line is as long as the width.
std::size_t most_voted(const std::vector<Pair>& pairs) {
  std::array<int, kWidest + 2> change{};
  for (const Pair& pair : pairs) {
    if (pair.length <= kWidest) {
      ++change[pair.length];
      --change[std::min(pair.length + pair.next_word + kSlack, kWidest) + 1];
    }
  }
  int votes = 0;
  int best_votes = 0;
  std::size_t best = 0;
  for (std::size_t width = 0; width <= kWidest; ++width) {
    votes += change[width];
    if (width >= kNarrowest && votes >= best_votes) {
      best_votes = votes;
      best = width;
    }
  }
  return best;
}

bool is_wrapped_at(const std::vector<Pair>& pairs, std::size_t width) {
  std::size_t possible = 0;
  std::size_t agreeing = 0;
  std::size_t running_on = 0;
  for (const Pair& pair : pairs) {
    possible += pair.length * 3 >= width ? 1 : 0;  // lines much shorter are headings, menus, ends
    if (agrees(pair, width)) {
      ++agreeing;
      running_on += pair.runs_on ? 1 : 0;
    }
  }
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  return agreeing >= kFewest && share(agreeing, possible) >= kAgreeing &&
         share(running_on, agreeing) >= kRunningOn;
}

// Short lines end paragraphs; if nearly all of them are followed by a blank line, the blank line is
// what separates and a short line in mid-paragraph is only the typist's.
bool is_blank_separated(const std::vector<Line>& lines, std::size_t width) {
  std::size_t blanks = 0;
  std::size_t short_inside = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].blank_before != 0) {
      ++blanks;
    } else if (lines[i].text.size() < 4 * width &&
               (text::count_code_points(lines[i].text) + lines[i].indent) * 5 < width * 4) {
      ++short_inside;
    }
  }
  return blanks > 0 && blanks >= short_inside;
}

}  // namespace

Layout measure_layout(const std::vector<Line>& lines) {
  const std::vector<Pair> pairs = pairs_of(lines);
  Layout layout;
  const std::size_t width = most_voted(pairs);
  if (width != 0 && is_wrapped_at(pairs, width)) {
    layout.width = width;
    layout.blank_separated = is_blank_separated(lines, width);
  }
  return layout;
}

}  // namespace postil::index
