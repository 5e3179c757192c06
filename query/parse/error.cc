// Shows a mistake in a question on a terminal.

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "core/text/utf8.h"
#include "query/parse/parser.h"
#include "query/parse/visible.h"

namespace postil::query {
namespace {

constexpr int kWidth = 76;
constexpr std::string_view kIndent = "  ";
constexpr std::string_view kCut = "…";

// How much of the space is kept for what stands before the mistake, if there is more on both sides.
constexpr int kBefore = 40;

struct Cell {
  char32_t code_point = 0;
  int width = 1;
};

std::vector<Cell> cells_of(std::string_view text) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = visible(text::next_code_point(text, at));
    cells.push_back({c, cell_width(c)});
  }
  return cells;
}

int width_of(const std::vector<Cell>& cells, std::size_t begin, std::size_t end) {
  int width = 0;
  for (std::size_t i = begin; i < end; ++i) width += cells[i].width;
  return width;
}

// The range [begin, end) of the cells that is shown.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// `text` in lines that fit, broken at spaces where there are some.
std::string wrapped(std::string_view text) {
  std::string out;
  int used = kWidth;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::vector<Cell> cells = cells_of(text.substr(at, end - at));
    const int width = width_of(cells, 0, cells.size());
    const bool fits = used + 1 + width <= kWidth;
    if (!fits && !out.empty()) out += '\n';
    out += fits ? " " : kIndent;
    out += make_visible(text.substr(at, end - at));
    used = fits ? used + 1 + width : static_cast<int>(kIndent.size()) + width;
    at = end + 1;
  }
  return out;
}

// As much as fits around `place`, room for a cut on both sides included.
Window window_around(const std::vector<Cell>& cells, std::size_t place) {
  constexpr int kRoom = kWidth - static_cast<int>(kIndent.size());
  if (width_of(cells, 0, cells.size()) <= kRoom) return {0, cells.size()};
  const int room = kRoom - 2;
  Window window{place, place};
  int used = 0;
  const auto grow_left = [&](int limit) {
    while (window.begin > 0 && used + cells[window.begin - 1].width <= limit) {
      used += cells[--window.begin].width;
    }
  };
  grow_left(kBefore);
  while (window.end < cells.size() && used + cells[window.end].width <= room) {
    used += cells[window.end++].width;
  }
  grow_left(room);
  return window;
}

}  // namespace

std::string describe(const QueryError& error, std::string_view question) {
  const std::vector<Cell> cells = cells_of(question);
  const std::size_t place =
      std::min(error.column - std::min<std::size_t>(error.column, 1), cells.size());
  const Window window = window_around(cells, place);
  std::string shown(window.begin > 0 ? kCut : "");
  for (std::size_t i = window.begin; i < window.end; ++i) {
    text::append_code_point(cells[i].code_point, shown);
  }
  if (window.end < cells.size()) shown += kCut;
  const int before = width_of(cells, window.begin, place) + (window.begin > 0 ? 1 : 0);
  // A combining mark shows on the character before it.
  const bool on_previous = place < cells.size() && cells[place].width == 0 && before > 0;
  const std::string caret(static_cast<std::size_t>(before - (on_previous ? 1 : 0)), ' ');
  return fmt::format("column {}: {}\n{}{}\n{}{}^\n{}", error.column, make_visible(error.message),
                     kIndent, shown, kIndent, caret, wrapped(error.hint));
}

}  // namespace postil::query
