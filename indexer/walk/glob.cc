#include "indexer/walk/glob.h"

#include <cstddef>

namespace postil::index {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The end of the character that starts at `at`: ? and [] take a whole UTF-8 character, or one byte
// of a name that is not UTF-8.
std::size_t character_end(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  if (static_cast<unsigned char>(text[at]) < 0xC0U) return end;
  while (end < text.size() && end < at + 4 && is_continuation(text[end])) ++end;
  return end;
}

// A set that starts with the [ at `at`: where it ends, or kNowhere if it is not closed.
std::size_t set_end(std::string_view pattern, std::size_t at) {
  std::size_t i = at + 1;
  if (i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^')) ++i;
  if (i < pattern.size() && pattern[i] == ']') ++i;
  while (i < pattern.size() && pattern[i] != ']') ++i;
  return i < pattern.size() ? i + 1 : kNowhere;
}

// Whether `character` is in `set`, the inside of [] with its leading ! or ^ still there. UTF-8
// sorts bytewise as its code points do, so ranges compare as strings.
bool in_set(std::string_view set, std::string_view character) {
  const bool negated = !set.empty() && (set[0] == '!' || set[0] == '^');
  std::size_t i = negated ? 1 : 0;
  while (i < set.size()) {
    const std::size_t low_end = character_end(set, i);
    const std::string_view low = set.substr(i, low_end - i);
    std::string_view high = low;
    i = low_end;
    if (i + 1 < set.size() && set[i] == '-') {
      const std::size_t high_end = character_end(set, i + 1);
      high = set.substr(i + 1, high_end - i - 1);
      i = high_end;
    }
    if (low <= character && character <= high) return !negated;
  }
  return negated;
}

struct Step {
  bool matched = false;
  std::size_t pattern_end = 0;
  std::size_t text_end = 0;
};

// One pattern element that is not *, against the character at `t`.
Step match_one(std::string_view pattern, std::size_t p, std::string_view text, std::size_t t) {
  const std::size_t end = character_end(text, t);
  if (pattern[p] == '?') return {true, p + 1, end};
  if (pattern[p] == '[') {
    const std::size_t closed = set_end(pattern, p);
    if (closed != kNowhere) {
      const bool in = in_set(pattern.substr(p + 1, closed - p - 2), text.substr(t, end - t));
      return {in, closed, end};
    }
  }
  if (pattern[p] == '\\' && p + 1 < pattern.size()) ++p;
  return {pattern[p] == text[t], p + 1, t + 1};
}

// Matches within one part of a path. Only the last * is ever tried again, which is enough and keeps
// the time within pattern times text.
bool match_part(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = kNowhere;
  std::size_t star_text = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_text = t;
      continue;
    }
    const Step step = p < pattern.size() ? match_one(pattern, p, text, t) : Step{};
    if (step.matched) {
      p = step.pattern_end;
      t = step.text_end;
    } else if (star != kNowhere) {
      p = star;
      t = ++star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t slash = path.find('/', at);
    const std::size_t end = slash == kNowhere ? path.size() : slash;
    if (end > at) parts.push_back(path.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

Glob::Glob(std::string_view pattern) {
  if (pattern.substr(0, 2) == "./") pattern.remove_prefix(1);
  folders_only_ = pattern.size() > 1 && pattern.back() == '/';
  if (folders_only_) pattern.remove_suffix(1);
  names_only_ = pattern.find('/') == kNowhere;
  for (std::string_view part : split(pattern)) parts_.emplace_back(part);
}

bool Glob::matches(std::string_view path, bool is_folder) const {
  if (parts_.empty() || (folders_only_ && !is_folder)) return false;
  if (!names_only_) return matches_from(path);
  const std::size_t slash = path.rfind('/');
  return match_part(parts_[0], slash == kNowhere ? path : path.substr(slash + 1));
}

// As match_part, with parts for characters and ** for *.
bool Glob::matches_from(std::string_view path) const {
  const std::vector<std::string_view> names = split(path);
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = kNowhere;
  std::size_t star_name = 0;
  while (n < names.size()) {
    if (p < parts_.size() && parts_[p] == "**") {
      star = ++p;
      star_name = n;
    } else if (p < parts_.size() && match_part(parts_[p], names[n])) {
      ++p;
      ++n;
    } else if (star != kNowhere) {
      p = star;
      n = ++star_name;
    } else {
      return false;
    }
  }
  while (p < parts_.size() && parts_[p] == "**") ++p;
  return p == parts_.size();
}

}  // namespace postil::index
