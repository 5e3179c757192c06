#include "indexer/readers/csv.h"

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

bool Csv::next() {
  while (at_ < text_.size()) {
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
  while (at_ < text_.size()) {
    const char c = text_[at_];
    std::string& cell = cells_.back();
    if (c == '"' && cell.find_first_not_of(' ') == std::string::npos) {
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
      cell += c;
    }
  }
}

void Csv::read_quoted(std::string& cell) {
  ++at_;
  while (at_ < text_.size()) {
    const char c = text_[at_++];
    if (c == '\n') ++line_;
    if (c != '"') {
      cell += c;
    } else if (at_ < text_.size() && text_[at_] == '"') {
      cell += '"';
      ++at_;
    } else {
      // Space between the quote and the separator is nobody's text.
      while (at_ < text_.size() && text_[at_] == ' ') ++at_;
      return;
    }
  }
  unclosed_ = true;
}

}  // namespace postil::index
