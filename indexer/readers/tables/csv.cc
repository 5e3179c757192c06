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

}  // namespace

Csv::Csv(std::string_view text) : text_(text), separator_(find_separator(text)) {}

Csv::Csv(TextStream& stream) : stream_(&stream) {
  if (has_more()) separator_ = find_separator(text_);
}

// Whether there is a character at hand; reads on where the table is a stream.
bool Csv::has_more() {
  if (at_ < text_.size()) return true;
  if (stream_ == nullptr) return false;
  buffer_.clear();
  at_ = 0;
  const auto more = stream_->more(buffer_);
  if (!more) error_ = more.error();
  if (!more || !*more) stream_ = nullptr;
  text_ = buffer_;
  return !text_.empty();
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
    if (!blank) return true;
  }
  cells_.clear();
  return false;
}

void Csv::read_row() {
  cells_.assign(1, "");
  row_line_ = line_;
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

void Csv::read_quoted(std::string& cell) {
  ++at_;
  while (has_more()) {
    const char c = text_[at_++];
    if (c == '\n') ++line_;
    if (c != '"') {
      append(c, cell);
    } else if (has_more() && text_[at_] == '"') {
      append('"', cell);
      ++at_;
    } else {
      // Space between the quote and the separator is nobody's text.
      while (has_more() && text_[at_] == ' ') ++at_;
      return;
    }
  }
  unclosed_ = true;
}

}  // namespace postil::index
