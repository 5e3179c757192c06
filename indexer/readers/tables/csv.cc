#include "indexer/readers/tables/csv.h"

#include <algorithm>
#include <array>

namespace postil::index {
namespace {

char find_separator(std::string_view text) {
  constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const auto* const which = std::find(kSeparators.begin(), kSeparators.end(), c);
    if (!quoted && which != kSeparators.end()) {
      ++counts[static_cast<std::size_t>(which - kSeparators.begin())];
    }
  }
  const auto* const most = std::max_element(counts.begin(), counts.end());
  return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

constexpr std::string_view kStray =
    "a quote begins a cell and does not end it, and was taken as a character: write it twice, with "
    "a "
    "quote before and behind its cell";
constexpr std::string_view kNotDoubled =
    "a quote stands in a quoted cell, so that the cell may be torn: write quotes in it twice";

// Cells of one row in which the quote may prove a character: each is a look at the line's rest.
constexpr int kMostTakenBack = 16;

}  // namespace

Csv::Csv(std::string_view text) : text_(text), separator_(find_separator(text)) {}

Csv::Csv(TextStream& stream) : stream_(&stream) {
  if (has_more()) separator_ = find_separator(text_);
}

// Reads on where the table is a stream. What may be gone back to is kept, within bounds.
bool Csv::fill() {
  if (stream_ == nullptr) return false;
  if (text_.size() > kLongestCell) quote_at_.reset();
  const std::size_t used = quote_at_.value_or(at_);
  buffer_.erase(0, used);
  at_ -= used;
  if (quote_at_) quote_at_ = 0;
  const std::size_t before = buffer_.size();
  while (stream_ != nullptr && buffer_.size() == before) {
    const auto more = stream_->more(buffer_);
    if (!more) error_ = more.error();
    if (!more || !*more) stream_ = nullptr;
  }
  text_ = buffer_;
  return buffer_.size() > before;
}

void Csv::append(char c, std::string& cell) {
  if (cell.size() < kLongestCell) {
    cell += c;
  } else {
    is_cut_ = true;
  }
}

bool Csv::next() {
  while (has_more()) {
    read_row();
    const bool blank = std::all_of(cells_.begin(), cells_.end(), [](const std::string& cell) {
      return cell.find_first_not_of(" \t") == std::string::npos;
    });
    if (blank) continue;
    if (width_ == 0) width_ = cells_.size();
    return true;
  }
  cells_.clear();
  return false;
}

void Csv::read_row() {
  cells_.assign(1, "");
  row_line_ = line_;
  fault_ = {};
  taken_back_ = 0;
  while (has_more()) {
    const char c = text_[at_];
    std::string& cell = cells_.back();
    if (c == '"' && cell.size() < 100 && cell.find_first_not_of(' ') == std::string::npos) {
      cell.clear();
      read_quoted(cell);
      continue;
    }
    ++at_;
    if (c == '\n') {
      ++line_;
      break;
    }
    if (c == separator_) {
      cells_.emplace_back();
    } else {
      append(c, cell);
    }
  }
}

// From the opening quote to the one that closes the cell.
void Csv::read_quoted(std::string& cell) {
  const std::size_t line = line_;
  bool is_settled = false;  // that the quote opens a cell, though others in it are wrong
  quote_at_ = at_++;
  while (has_more()) {
    const char c = text_[at_++];
    if (c == '\n') ++line_;
    if (c != '"') {
      append(c, cell);
      continue;
    }
    const bool is_doubled = has_more() && text_[at_] == '"';
    if (is_doubled) {
      ++at_;
    } else if (closes()) {
      quote_at_.reset();
      return;
    } else if (!is_settled) {
      if (take_back(line, cell)) return;
      fault_ = kNotDoubled;
      is_settled = is_opened_inside(cell);
      if (!is_settled) return quote_at_.reset();
    }
    append('"', cell);
  }
  const bool is_last_line = line_ == line;  // then it is the table that is cut
  if (!is_settled && !is_last_line && take_back(line, cell)) return;
  unclosed_ = true;
  quote_at_.reset();
}

// Whether a quote before this closes its cell. Space behind it is nobody's text.
bool Csv::closes() {
  std::size_t spaces = 0;
  while (at_ + spaces < text_.size() || fill()) {
    const char c = text_[at_ + spaces];
    if (c != ' ' && c != separator_ && c != '\n') return false;
    if (c != ' ') break;
    ++spaces;
  }
  at_ += spaces;
  return true;
}

// Whether a quote between these two opens one inside of the cell: He said "hi" to me.
bool Csv::is_opened_inside(const std::string& cell) {
  constexpr std::string_view kBefore = " \t\n([-";
  const bool is_begin = cell.empty() || kBefore.find(cell.back()) != std::string_view::npos;
  return is_begin && has_more() && text_[at_] != ' ' && text_[at_] != '\n';
}

// Goes back to the cell's opening quote and takes it as a character, if its line then is a row like
// the first; and so is the next, where the cell would go on in it. Looks at two lines only.
bool Csv::take_back(std::size_t line, std::string& cell) {
  if (!quote_at_ || width_ == 0 || ++taken_back_ > kMostTakenBack) return false;
  std::size_t ahead = 1;
  if (cells_.size() - 1 + count_cells(ahead) != width_) return false;
  const bool is_last = *quote_at_ + ahead >= text_.size() && !fill();
  if (line_ != line && !is_last && count_cells(ahead) != width_) return false;
  if (!quote_at_) return false;
  at_ = *quote_at_ + 1;
  line_ = line;
  cell = '"';
  fault_ = kStray;
  quote_at_.reset();
  return true;
}

// The cells from so many bytes behind the opening quote to the line's end, which `ahead` moves
// behind; a quote holds no longer than its line. 0 if the line is too long to be kept.
std::size_t Csv::count_cells(std::size_t& ahead) {
  std::size_t cells = 1;
  bool is_begin = false;
  bool is_quoted = false;
  for (; quote_at_; ++ahead) {
    if (*quote_at_ + ahead >= text_.size() && !fill()) return cells;
    if (!quote_at_) break;
    const char c = text_[*quote_at_ + ahead];
    if (c == '\n') {
      ++ahead;
      return cells;
    }
    if (c == '"') is_quoted = is_quoted ? false : is_begin;
    is_begin = c == separator_ && !is_quoted;
    cells += is_begin ? 1 : 0;
  }
  return 0;
}

}  // namespace postil::index
