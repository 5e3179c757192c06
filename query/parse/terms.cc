#include "query/parse/terms.h"

#include <unicode/uchar.h>

#include <string>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

bool may_be_wildcard(char c) { return c == '*' || c == '?'; }

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

// The wildcards that start at byte `at`: none, or the bytes up to the end of the run of * and ? that
// are wildcards. A ? at its end needs a letter or digit behind it.
std::size_t wildcards_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && may_be_wildcard(text[end])) ++end;
  if (end < text.size()) {
    std::size_t next = end;
    if (u_isalnum(static_cast<UChar32>(text::next_code_point(text, next))) != 0) return end;
  }
  while (end > at && text[end - 1] == '?') --end;
  return end;
}

// Puts words and wildcards together: a wildcard is part of the words that it touches.
class Joiner {
 public:
  explicit Joiner(TermList& list) : list_(list) {}

  void add_word(const text::Word& word, std::size_t base) {
    const bool touches = !wildcards_.empty() && base + word.begin == wildcards_end_;
    if (!touches) settle_wildcards();
    if (touches && touches_last_) {
      list_.terms.back().text += wildcards_;
      list_.terms.back().text += word.term;
    } else {
      list_.terms.push_back({wildcards_ + std::string(word.term), Match::kExact, 0});
    }
    if (touches) list_.terms.back().match = Match::kWildcard;
    wildcards_.clear();
    last_end_ = base + word.end;
  }

  void add_wildcards(std::string_view run, std::size_t begin) {
    settle_wildcards();
    for (char c : run) {
      if (c != '*' || wildcards_.empty() || wildcards_.back() != '*') wildcards_ += c;
    }
    touches_last_ = !list_.terms.empty() && last_end_ == begin;
    wildcards_begin_ = begin;
    wildcards_end_ = begin + run.size();
  }

  // No word touches the right side of the wildcards read last.
  void settle_wildcards() {
    if (wildcards_.empty()) return;
    if (touches_last_) {
      list_.terms.back().text += wildcards_;
      list_.terms.back().match = Match::kWildcard;
    } else if (!list_.lone_wildcard) {
      list_.lone_wildcard = wildcards_begin_;
    }
    wildcards_.clear();
  }

 private:
  TermList& list_;
  std::string wildcards_;  // read, but not yet part of a term
  std::size_t wildcards_begin_ = 0;
  std::size_t wildcards_end_ = 0;
  std::size_t last_end_ = 0;   // byte behind the last term
  bool touches_last_ = false;  // wildcards_ stand right behind the last term
};

}  // namespace

TermList read_terms(std::string_view text, text::Analyser& analyser) {
  TermList list;
  Joiner joiner(list);
  const bool literal = is_address(text);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    std::size_t wildcards = at;
    while (at < text.size()) {
      if (may_be_wildcard(text[at])) {
        wildcards = literal ? at : wildcards_end(text, at);
        if (wildcards > at) break;
        while (at < text.size() && may_be_wildcard(text[at])) ++at;
      } else {
        ++at;
      }
    }
    text::WordStream words(analyser, text.substr(begin, at - begin));
    for (text::Word word; words.next(word);) joiner.add_word(word, begin);
    if (at == text.size()) break;
    joiner.add_wildcards(text.substr(at, wildcards - at), at);
    at = wildcards;
  }
  joiner.settle_wildcards();
  return list;
}

bool has_wildcard(std::string_view text) {
  if (is_address(text)) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (may_be_wildcard(text[at]) && wildcards_end(text, at) > at) return true;
  }
  return false;
}

std::optional<FuzzyMark> fuzzy_mark(std::string_view run) {
  const std::size_t last = run.find_last_not_of(",.;:!?");
  if (last == std::string_view::npos) return std::nullopt;
  run = run.substr(0, last + 1);
  const std::size_t tilde = run.find_last_not_of("0123456789");
  if (tilde == std::string_view::npos || run[tilde] != '~') return std::nullopt;
  return FuzzyMark{run.substr(0, tilde), run.substr(tilde + 1)};
}

}  // namespace postil::query
