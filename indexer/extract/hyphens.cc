#include "indexer/extract/hyphens.h"

#include <algorithm>
#include <array>

#include "core/text/utf8.h"
#include "indexer/extract/characters.h"

namespace postil::index {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::string_view kHyphen = "\u2010";
constexpr std::size_t kLongestWord = 120;  // bytes

std::string_view hyphen_at_end(std::string_view line) {
  if (line.ends_with('-')) {
    return line.substr(line.size() - 1);
  }
  return line.ends_with(kHyphen) ? line.substr(line.size() - kHyphen.size()) : std::string_view();
}

std::string_view last_word(std::string_view text) {
  const std::size_t space = text.find_last_of(" \t");
  return strip_punctuation(space == std::string_view::npos ? text : text.substr(space + 1));
}

std::string_view first_word(std::string_view line) {
  return strip_punctuation(line.substr(0, line.find(' ')));
}

// "pre- and post-war", "Vor- und Nachteile": the hyphen stands for a word that is still to come.
bool is_conjunction(std::string_view word) {
  constexpr std::array<std::string_view, 15> kConjunctions = {"and", "or", "to",  "und", "oder",
                                                              "bis", "et", "ou",  "y",   "и",
                                                              "или", "та", "або", "ve",  "veya"};
  return std::find(kConjunctions.begin(), kConjunctions.end(), word) != kConjunctions.end();
}

}  // namespace

Hyphenation::Hyphenation(const std::vector<Line>& lines) {
  const bool any = std::any_of(lines.begin(), lines.end(),
                               [](const Line& line) { return !hyphen_at_end(line.text).empty(); });
  if (!any) {
    return;
  }
  for (const Line& line : lines) {
    for (std::size_t at = 0; at < line.text.size();) {
      const std::size_t end = std::min(line.text.find(' ', at), line.text.size());
      const std::string_view word = strip_punctuation(line.text.substr(at, end - at));
      if (word.size() > 2 && word.size() <= kLongestWord) {
        words_.insert(word);
      }
      at = end + 1;
    }
  }
}

void Hyphenation::join(std::string& paragraph, std::string_view line) const {
  if (paragraph.ends_with(kSoftHyphen)) {
    paragraph.resize(paragraph.size() - kSoftHyphen.size());
    paragraph += line;
    return;
  }
  const std::string_view hyphen = hyphen_at_end(paragraph);
  const std::string_view tail = last_word(paragraph);
  if (hyphen.empty() || tail.empty() || tail.size() > kLongestWord || !starts_lower(line) ||
      !is_letter(last_of(tail)) || paragraph.ends_with("--") || is_conjunction(first_word(line))) {
    paragraph += paragraph.empty() ? "" : " ";
    paragraph += line;
    return;
  }
  // Nothing stands between the hyphen and the letter before it, or `tail` would end elsewhere.
  const std::string whole = std::string(tail).append(first_word(line));
  if (words_.contains(std::string_view(whole))) {
    paragraph.resize(paragraph.size() - hyphen.size());
  }
  paragraph += line;
}

}  // namespace postil::index
