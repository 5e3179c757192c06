#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "core/text/utf8.h"
#include "query/output/page.h"
#include "query/output/terminal_text.h"
#include "query/output/text_tables.h"

namespace postil::query {
namespace {

constexpr int kNarrow = 80;
constexpr int kMinBar = 6;
constexpr int kMaxBar = 60;
constexpr int kMinText = 16;  // of a column that has as much
constexpr std::string_view kUnknown = "–";

bool is_text(ColumnKind kind) { return kind != ColumnKind::kNumber && kind != ColumnKind::kBar; }

// What people read in a cell.
struct Show {
  const Column& column;
  std::string operator()(std::monostate /*unknown*/) const {
    return std::string(column.unknown.empty() ? kUnknown : column.unknown);
  }
  std::string operator()(const std::string& text) const { return terminal_text(text); }
  std::string operator()(std::uint64_t number) const { return fmt::format("{}", number); }
  std::string operator()(double number) const {
    const std::string shown = fmt::format("{:.2f}", number);
    return shown == "-0.00" ? "0.00" : shown;
  }
};

double value_of(const Cell& cell) {
  if (const auto* count = std::get_if<std::uint64_t>(&cell)) return static_cast<double>(*count);
  const auto* number = std::get_if<double>(&cell);
  return number == nullptr ? 0 : *number;
}

bool is_empty(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell);
  return text == nullptr ? value_of(cell) == 0 : text->empty();
}

std::vector<std::string> title_words(std::string_view title) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < title.size();) {
    const std::size_t end = std::min(title.find(' ', begin), title.size());
    words.emplace_back(title.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// A bar of `value` on a scale on which `most` is `width` columns, in eighths of a column. What is
// less than nothing is drawn lighter.
std::string bar(double value, double most, int width) {
  constexpr std::array<std::string_view, 8> kParts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (value == 0 || most == 0 || width < kMinBar) return "";
  const auto eighths =
      std::max<long>(1, std::lround(std::abs(value) / most * static_cast<double>(width) * 8));
  std::string drawn;
  if (value < 0) {
    for (long i = 0; i < std::max<long>(1, eighths / 8); ++i) drawn += "░";
    return drawn;
  }
  for (long i = 0; i < eighths / 8; ++i) drawn += "█";
  return drawn.append(kParts[static_cast<std::size_t>(eighths % 8)]);
}

// One column that is shown.
struct Shown {
  std::size_t number;  // among all
  int cells = 0;       // the width of its widest cell
  int width = 0;
  int left = 0;  // where it begins
};

class Layout {
 public:
  Layout(const std::vector<Column>& columns, const std::vector<std::vector<std::string>>& rows,
         const std::vector<std::size_t>& wanted, int width)
      : columns_(columns), gap_(width < kNarrow ? 1 : 2) {
    for (const std::size_t number : wanted) {
      Shown column{number};
      for (const auto& row : rows) {
        column.cells = std::max(column.cells, postil::query::columns(row[number]));
      }
      shown_.push_back(column);
    }
    fit(width);
  }

  const std::vector<Shown>& shown() const { return shown_; }
  bool stacked() const { return stacked_; }
  int bar_left() const { return bar_left_; }
  int bar_width() const { return bar_width_; }

 private:
  bool has_bar() const {
    return std::any_of(shown_.begin(), shown_.end(), [this](const Shown& column) {
      return columns_[column.number].kind == ColumnKind::kBar;
    });
  }

  int measure() {
    int total = -gap_;
    for (Shown& column : shown_) {
      column.width = column.cells;
      const std::string_view title = columns_[column.number].title;
      if (!stacked_) column.width = std::max(column.width, postil::query::columns(title));
      for (const std::string& word : title_words(title)) {
        column.width = std::max(column.width, postil::query::columns(word));
      }
      total += gap_ + column.width;
    }
    return total;
  }

  // Leaves out the last minor column; false if there is none.
  bool leave_out_one() {
    for (auto column = shown_.rbegin(); column != shown_.rend(); ++column) {
      if (!columns_[column->number].minor) continue;
      shown_.erase(std::next(column).base());
      return true;
    }
    return false;
  }

  void fit(int width) {
    const int least_bar = has_bar() ? gap_ + kMinBar : 0;
    int total = measure();
    if (total + least_bar > width) {
      stacked_ = true;
      total = measure();
    }
    while (total + least_bar > width && leave_out_one()) total = measure();
    for (Shown& column : shown_) {
      if (!is_text(columns_[column.number].kind)) continue;
      const int cut =
          std::clamp(total + least_bar - width, 0, std::max(0, column.width - kMinText));
      column.width -= cut;
      total -= cut;
    }
    bar_width_ = std::min(kMaxBar, width - total - gap_);
    int left = 0;
    for (Shown& column : shown_) {
      column.left = left;
      left += column.width + gap_;
    }
    bar_left_ = left;
  }

  const std::vector<Column>& columns_;
  std::vector<Shown> shown_;
  int gap_;
  bool stacked_ = false;
  int bar_width_ = 0;
  int bar_left_ = 0;
};

class AlignedTable : public RowSink {
 public:
  AlignedTable(const TableHead& head, const OutputOptions& options, const TableStreams& streams)
      : head_(head), options_(options), streams_(streams) {}

  void begin(const std::vector<Column>& columns) override {
    columns_ = columns;
    holds_.assign(columns.size(), false);
  }

  void row(const std::vector<Cell>& cells) override {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      texts.push_back(std::visit(Show{columns_[i]}, cells[i]));
      // What is apart from the others, such as what is undated, does not set their scale.
      const bool is_apart = std::holds_alternative<std::monostate>(cells[0]);
      if (columns_[i].kind == ColumnKind::kBar) bars_.push_back(is_apart ? 0 : value_of(cells[i]));
      holds_[i] = holds_[i] || !is_empty(cells[i]);
    }
    rows_.push_back(std::move(texts));
  }

  void note(std::string_view text) override { notes_.emplace_back(text); }

  void end(bool found) override {
    std::string out;
    Page page(out, options_.width, options_.colour);
    if (!found) print_not_found(page);
    if (!rows_.empty()) print_rows(page);
    for (const std::string& note : notes_) {
      page.wrapped(Line().add(note, Style::kFaint), {0, 2});
    }
    streams_.print(out);
  }

 private:
  void print_not_found(Page& page) const {
    Line line;
    if (head_.query.empty()) {
      line.add("Nothing passes these filters.");
    } else {
      line.add("No match for ").add(head_.query, Style::kTitle).add(".");
    }
    page.wrapped(line, {0, 2});
    if (!rows_.empty()) page.blank();
  }

  std::vector<std::size_t> wanted() const {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (!columns_[i].minor || holds_[i]) numbers.push_back(i);
    }
    return numbers;
  }

  void print_rows(Page& page) const {
    const Layout layout(columns_, rows_, wanted(), page.width());
    print_titles(layout, page);
    double most = 0;
    for (const double value : bars_) most = std::max(most, std::abs(value));
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      Line line;
      for (const Shown& column : layout.shown()) {
        add_cell(cut_to(rows_[i][column.number], column.width), column, Style::kPlain, line);
      }
      const std::string drawn = bars_.empty() ? "" : bar(bars_[i], most, layout.bar_width());
      if (!drawn.empty()) line.pad_to(layout.bar_left()).add(drawn, Style::kLabel);
      page.unbroken(line);
    }
  }

  void print_titles(const Layout& layout, Page& page) const {
    std::size_t height = 1;
    for (const Shown& column : layout.shown()) {
      if (layout.stacked()) height = std::max(height, title_words(title_of(column)).size());
    }
    for (std::size_t at = 0; at < height; ++at) {
      Line line;
      for (const Shown& column : layout.shown()) {
        const auto words = layout.stacked() ? title_words(title_of(column))
                                            : std::vector{std::string(title_of(column))};
        const std::size_t above = height - words.size();  // empty rows: titles end at the bottom
        const std::string text = at < above ? "" : words[at - above];
        add_cell(cut_to(text, column.width), column, Style::kTitle, line);
      }
      page.unbroken(line);
    }
  }

  std::string_view title_of(const Shown& column) const { return columns_[column.number].title; }

  void add_cell(const std::string& text, const Shown& column, Style style, Line& line) const {
    if (text.empty()) return;
    const bool left = is_text(columns_[column.number].kind);
    const int padding = column.width - postil::query::columns(text);
    line.pad_to(column.left + (left ? 0 : padding)).add(text, style);
  }

  const TableHead& head_;
  const OutputOptions& options_;
  const TableStreams& streams_;
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;  // safe
  std::vector<double> bars_;                    // of each row, if there is a kBar column
  std::vector<bool> holds_;                     // columns that hold something
  std::vector<std::string> notes_;
};

}  // namespace

std::unique_ptr<RowSink> aligned_table(const TableHead& head, const OutputOptions& options,
                                       const TableStreams& streams) {
  return std::make_unique<AlignedTable>(head, options, streams);
}

}  // namespace postil::query
