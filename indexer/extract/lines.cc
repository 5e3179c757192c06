#include "indexer/extract/lines.h"

#include <algorithm>
#include <limits>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

constexpr int kTabWidth = 8;
constexpr int kMost = std::numeric_limits<std::uint16_t>::max();

std::uint16_t clamp(int value) { return static_cast<std::uint16_t>(std::min(value, kMost)); }

// Marks that show nothing and that web pages leave at the ends of lines.
std::string_view without_invisible(std::string_view text) {
  constexpr std::string_view kMarks[] = {"\u200B", "\uFEFF", "\u200E", "\u200F", "\u2060"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) {
        text = text::trim(text.substr(mark.size()));
        again = true;
      }
      if (text.ends_with(mark)) {
        text = text::trim(text.substr(0, text.size() - mark.size()));
        again = true;
      }
    }
  }
  return text;
}

int indent_of(std::string_view white_space) {
  int column = 0;
  for (std::size_t at = 0; at < white_space.size() && column < kMost;) {
    const char32_t c = text::next_code_point(white_space, at);
    column = c == U'\t' ? (column / kTabWidth + 1) * kTabWidth : column + 1;
  }
  return column;
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  int blank = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view raw = text.substr(at, end - at);
    const std::string_view kept = without_invisible(text::trim(raw));
    at = end + 1;
    if (kept.empty()) {
      blank = std::min(blank + 1, kMost);
      continue;
    }
    const auto before = static_cast<std::size_t>(kept.data() - raw.data());
    lines.push_back({kept, clamp(indent_of(raw.substr(0, before))), clamp(blank)});
    blank = 0;
  }
  return lines;
}

}  // namespace postil::index
