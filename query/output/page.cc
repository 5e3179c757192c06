#include "query/output/page.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "core/text/utf8.h"
#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

constexpr int kMinWidth = 20;
constexpr int kMaxTextWidth = 100;

// Attributes and the 16 colours that every terminal has, as grep uses them.
std::string_view escape_of(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kTitle:
      return "\x1b[1m";
    case Style::kMatch:
    case Style::kMatchInTitle:
      return "\x1b[1;31m";
    case Style::kFaint:
      return "\x1b[2m";
    case Style::kLabel:
      return "\x1b[32m";
    case Style::kPath:
      return "\x1b[35m";
  }
  return "";
}

constexpr std::string_view kPlainAgain = "\x1b[0m";

// One code point of a line.
struct Cell {
  std::string_view bytes;
  Style style = Style::kPlain;
  int columns = 1;
  bool is_space = false;          // and a row may end here
  bool may_break_before = false;  // though no space stands before it
};

bool opens(UChar32 c) {
  const auto type = u_charType(c);
  return type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION;
}

// Whether a row may begin with `c`, for scripts that write no spaces.
bool may_open_row(UChar32 c) {
  switch (u_charType(c)) {
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_MODIFIER_LETTER:
      return false;
    default:
      return true;
  }
}

std::vector<Cell> cells_of(const std::vector<Line::Run>& runs) {
  std::vector<Cell> cells;
  bool after_wide = false;
  for (const Line::Run& run : runs) {
    for (std::size_t at = 0; at < run.text.size();) {
      const std::size_t begin = at;
      const char32_t code_point = text::next_code_point(run.text, at);
      const auto c = static_cast<UChar32>(code_point);
      Cell cell;
      cell.bytes = std::string_view(run.text).substr(begin, at - begin);
      cell.style = run.style;
      cell.columns = columns(code_point);
      cell.is_space = c == ' ' || c == 0x3000;
      cell.may_break_before = after_wide && cell.columns > 0 && may_open_row(c);
      if (cell.columns > 0) after_wide = cell.columns == 2 && !opens(c);
      cells.push_back(cell);
    }
  }
  return cells;
}

// The cells [begin, end) of one row; the row after it begins with the cell `next`.
struct Row {
  std::size_t end = 0;
  std::size_t next = 0;
};

// As many cells from `begin` on as `room` columns hold; at least one if there is one.
Row fill_row(const std::vector<Cell>& cells, std::size_t begin, int room) {
  Row row{begin, begin};
  int used = 0;
  std::size_t at = begin;
  for (; at < cells.size(); ++at) {
    const Cell& cell = cells[at];
    if (cell.is_space) {
      row = {at, at + 1};
    } else if (cell.may_break_before) {
      row = {at, at};
    }
    // A space may stand out over the edge, for it is not written there.
    if (used + cell.columns > room && !cell.is_space && at > begin) break;
    used += cell.columns;
  }
  // At the end of the line, and in a word longer than the row, there is no better place than here.
  if (at == cells.size() || row.end == begin) row = {at, at};
  while (row.next < cells.size() && cells[row.next].is_space) ++row.next;
  while (row.end > begin && cells[row.end - 1].is_space) --row.end;
  return row;
}

// Appends one row of a page and keeps the terminal's state.
class RowWriter {
 public:
  RowWriter(std::string& out, bool colour) : out_(out), colour_(colour) {}

  void put(std::string_view bytes, Style style) {
    if (colour_ && style != style_) {
      if (style_ != Style::kPlain) out_ += kPlainAgain;
      out_ += escape_of(style);
      style_ = style;
    }
    out_ += bytes;
  }

  void end() {
    put("", Style::kPlain);
    out_ += '\n';
  }

 private:
  std::string& out_;
  bool colour_;
  Style style_ = Style::kPlain;
};

}  // namespace

Line& Line::add(std::string_view text, Style style) {
  if (text.empty()) return *this;
  std::string safe = terminal_text(text);
  width_ += columns(safe);
  runs_.push_back({std::move(safe), style});
  return *this;
}

Line& Line::pad_to(int column) {
  const int missing = std::max(column - width_, empty() ? 0 : 1);
  return add(std::string(static_cast<std::size_t>(missing), ' '));
}

Page::Page(std::string& out, int width, bool colour)
    : out_(out), width_(std::max(width, kMinWidth)), colour_(colour) {}

int Page::text_width() const { return std::min(width_, kMaxTextWidth); }

void Page::unbroken(const Line& line, int indent) {
  RowWriter row(out_, colour_);
  row.put(std::string(static_cast<std::size_t>(indent), ' '), Style::kPlain);
  for (const Line::Run& run : line.runs()) row.put(run.text, run.style);
  row.end();
}

void Page::blank() { out_ += '\n'; }

void Page::wrapped(const Line& line, Indent indent) {
  const std::vector<Cell> cells = cells_of(line.runs());
  std::size_t begin = 0;
  for (bool first = true; first || begin < cells.size(); first = false) {
    const int margin = std::min(first ? indent.first : indent.rest, text_width() / 2);
    const Row row = fill_row(cells, begin, text_width() - margin);
    RowWriter writer(out_, colour_);
    writer.put(std::string(static_cast<std::size_t>(margin), ' '), Style::kPlain);
    for (std::size_t i = begin; i < row.end; ++i) writer.put(cells[i].bytes, cells[i].style);
    writer.end();
    begin = row.next;
  }
}

}  // namespace postil::query
