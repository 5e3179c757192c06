#include "query/search/similar.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "core/text/utf8.h"

namespace postil::query {

bool matches_wildcard(std::u32string_view pattern, std::u32string_view word) {
  std::size_t p = 0;
  std::size_t w = 0;
  std::size_t star = std::u32string_view::npos;  // the last * passed
  std::size_t retry = 0;                         // where the text behind it is tried next
  while (w < word.size()) {
    if (p < pattern.size() && pattern[p] == U'*') {
      star = p++;
      retry = w;
    } else if (p < pattern.size() && (pattern[p] == U'?' || pattern[p] == word[w])) {
      ++p;
      ++w;
    } else if (star != std::u32string_view::npos) {
      p = star + 1;
      w = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == U'*') ++p;
  return p == pattern.size();
}

bool within_edits(std::u32string_view wanted, std::u32string_view word, int edits) {
  const auto difference = static_cast<long>(wanted.size()) - static_cast<long>(word.size());
  if (std::labs(difference) > edits) return false;
  std::vector<int> row(word.size() + 1);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = static_cast<int>(i);
  for (std::size_t i = 1; i <= wanted.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    int smallest = row[0];
    for (std::size_t j = 1; j < row.size(); ++j) {
      const int substituted = diagonal + (wanted[i - 1] == word[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({substituted, row[j] + 1, row[j - 1] + 1});
      smallest = std::min(smallest, row[j]);
    }
    if (smallest > edits) return false;
  }
  return row.back() <= edits;
}

int typing_errors(std::u32string_view typed, std::u32string_view meant, int most) {
  const auto difference = static_cast<long>(typed.size()) - static_cast<long>(meant.size());
  if (std::labs(difference) > most) return most + 1;
  std::vector<int> above(meant.size() + 1);  // two rows above
  std::vector<int> last(meant.size() + 1);
  std::vector<int> row(meant.size() + 1);
  for (std::size_t j = 0; j < last.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= typed.size(); ++i) {
    row[0] = static_cast<int>(i);
    int smallest = row[0];
    for (std::size_t j = 1; j < row.size(); ++j) {
      const int changed = last[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1);
      row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
      const bool swapped =
          i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1];
      if (swapped) row[j] = std::min(row[j], above[j - 2] + 1);
      smallest = std::min(smallest, row[j]);
    }
    // A swap goes back two rows, but what it finds there is `most` at least, as the smallest
    // numbers of two rows differ by one at most.
    if (smallest > most) return most + 1;
    std::swap(above, last);
    std::swap(last, row);
  }
  return std::min(last.back(), most + 1);
}

std::string_view fixed_beginning(std::string_view pattern) {
  return pattern.substr(0, pattern.find_first_of("*?"));
}

std::u32string to_code_points(std::string_view text) {
  std::u32string wide;
  wide.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) wide += text::next_code_point(text, at);
  return wide;
}

}  // namespace postil::query
