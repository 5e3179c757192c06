#include "query/parse/terms.h"

#include <unicode/uchar.h>

#include <string>
#include <utility>

#include "core/text/apostrophe.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace postil::query {
namespace {

bool is_mark(char c) { return c == '*' || c == '?'; }

bool is_address(std::string_view text) {
  return text.find("://") != std::string_view::npos && text.find(' ') == std::string_view::npos;
}

// A run of * and ? in a text.
struct Marks {
  std::size_t wildcards_end =
      0;  // those from its start to here are wildcards, the rest is punctuation
  std::size_t end = 0;
};

// The run that starts at byte `at`. A ? at its end needs a letter or digit behind it.
Marks marks_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_mark(text[end])) ++end;
  if (end < text.size()) {
    std::size_t next = end;
    if (u_isalnum(static_cast<UChar32>(text::next_code_point(text, next))) != 0) return {end, end};
  }
  std::size_t wildcards_end = end;
  while (wildcards_end > at && text[wildcards_end - 1] == '?') --wildcards_end;
  return {wildcards_end, end};
}

// The first wildcards at or behind byte `at`: [begin, end), both the text's size if there are none.
struct Wildcards {
  std::size_t begin = 0;
  std::size_t end = 0;
};
Wildcards next_wildcards(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (!is_mark(text[at])) {
      ++at;
      continue;
    }
    const Marks marks = marks_at(text, at);
    if (marks.wildcards_end > at) return {at, marks.wildcards_end};
    at = marks.end;
  }
  return {text.size(), text.size()};
}

// Puts words and wildcards together: a wildcard is part of the words that it touches.
class Joiner {
 public:
  Joiner(std::string_view text, TermList& list) : text_(text), list_(list) {}

  void add_word(const text::Word& word, std::size_t base) {
    const bool touches = !wildcards_.empty() && base + word.begin == wildcards_end_;
    if (!touches) settle_wildcards();
    if (touches && touches_last_) {
      list_.terms.back().text += wildcards_;
      list_.terms.back().text += word.term;
    } else {
      if (wildcards_.empty()) note_apostrophe(base + word.begin);
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
  // For a term that begins at byte `begin`.
  void note_apostrophe(std::size_t begin) {
    if (list_.terms.empty() || begin <= last_end_) return;
    if (text::fold(text_.substr(last_end_, begin - last_end_)) != "'") return;
    list_.apostrophes.push_back(list_.terms.size());
  }

  std::string_view text_;
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
  Joiner joiner(text, list);
  const bool literal = is_address(text);
  for (std::size_t at = 0; at < text.size();) {
    const Wildcards wildcards =
        literal ? Wildcards{text.size(), text.size()} : next_wildcards(text, at);
    text::WordStream words(analyser, text.substr(at, wildcards.begin - at));
    for (text::Word word; words.next(word);) joiner.add_word(word, at);
    if (wildcards.begin == text.size()) break;
    joiner.add_wildcards(text.substr(wildcards.begin, wildcards.end - wildcards.begin),
                         wildcards.begin);
    at = wildcards.end;
  }
  joiner.settle_wildcards();
  return list;
}

void leave_bare_word(TermList& list) {
  std::vector<Term> terms = list.terms;
  for (auto at = list.apostrophes.rbegin(); at != list.apostrophes.rend(); ++at) {
    const auto behind = terms.begin() + static_cast<std::ptrdiff_t>(*at);
    const auto before = behind - 1;
    const text::Parting parting = text::parting(before->text, behind->text);
    if (parting == text::Parting::kElision) {
      behind->elided = std::move(before->text);
      terms.erase(before);
    } else if (parting == text::Parting::kEnding && behind->text.size() > 1) {
      terms.erase(behind);
    }
  }
  if (terms.size() == 1) list = {std::move(terms), list.lone_wildcard, {}};
}

bool has_wildcard(std::string_view text) {
  return !is_address(text) && next_wildcards(text, 0).begin < text.size();
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
