#include "core/text/analyser.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/text/apostrophe.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"

namespace postil::text {
namespace {

// Chunks up to this size are worth remembering: they are words with an accent or a curly
// apostrophe, which recur. Longer ones are runs of Chinese or Thai, which do not.
constexpr std::size_t kMaxRememberedBytes = 48;
constexpr std::size_t kMaxRemembered = 100'000;

// The Word_Break classes of ASCII (UAX #29, table 3, with ICU's word rules, which leave the colon
// out of MidLetter). The at sign separates like white space: UAX #29 has it break words on either
// side, but ICU 72 takes it for a letter, and @NATO would no longer be found as NATO.
enum class Break : unsigned char {
  kOther,
  kSpace,  // divides chunks
  kLetter,
  kDigit,
  kUnderscore,  // ExtendNumLet
  kMidAny,      // MidNumLet and Single_Quote: between two letters or two digits
  kMidDigit,    // MidNum
  kUnicode,     // the first byte or a later one of a code point beyond ASCII
};

constexpr std::array<Break, 256> make_breaks() {
  std::array<Break, 256> breaks{};
  for (int c = 0; c < 256; ++c) {
    Break& b = breaks[static_cast<std::size_t>(c)];
    if (c >= 0x80)
      b = Break::kUnicode;
    else if (c <= ' ' || c == '@')
      b = Break::kSpace;
    else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
      b = Break::kLetter;
    else if (c >= '0' && c <= '9')
      b = Break::kDigit;
    else if (c == '_')
      b = Break::kUnderscore;
    else if (c == '.' || c == '\'')
      b = Break::kMidAny;
    else if (c == ',' || c == ';')
      b = Break::kMidDigit;
    else
      b = Break::kOther;
  }
  return breaks;
}
constexpr std::array<Break, 256> kBreaks = make_breaks();

Break break_of(char c) { return kBreaks[static_cast<unsigned char>(c)]; }

bool in_word(Break b) {
  return b == Break::kLetter || b == Break::kDigit || b == Break::kUnderscore;
}

// Whether the character at `at`, which is no part of a word itself, joins its two neighbours.
bool joins(std::string_view chunk, std::size_t at) {
  const Break middle = break_of(chunk[at]);
  if (middle != Break::kMidAny && middle != Break::kMidDigit) return false;
  if (at == 0 || at + 1 >= chunk.size()) return false;
  const Break before = break_of(chunk[at - 1]);
  const Break after = break_of(chunk[at + 1]);
  if (before != after) return false;
  return before == Break::kDigit || (before == Break::kLetter && middle == Break::kMidAny);
}

std::string lower_ascii(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

std::string_view without_underscores(std::string_view word) {
  while (!word.empty() && word.front() == '_') word.remove_prefix(1);
  while (!word.empty() && word.back() == '_') word.remove_suffix(1);
  return word;
}

// Whether the character at `at`, which joins its neighbours in the ASCII word that starts at
// `begin`, is an apostrophe that parts two words.
bool parts(std::string_view chunk, std::size_t begin, std::size_t at) {
  if (chunk[at] != '\'' || at - begin > kMaxBeforeApostrophe) return false;
  const std::string_view rest = chunk.substr(at + 1, kMaxBehindApostrophe);
  std::size_t end = 0;
  while (end < rest.size() && (in_word(break_of(rest[end])) || joins(rest, end))) ++end;
  const std::string_view before = without_underscores(chunk.substr(begin, at - begin));
  const std::string_view behind = without_underscores(rest.substr(0, end));
  return parting(lower_ascii(before), lower_ascii(behind)) != Parting::kNone;
}

// The end of the ASCII word that starts at `begin`.
std::size_t word_end(std::string_view chunk, std::size_t begin) {
  std::size_t at = begin;
  while (at < chunk.size() &&
         (in_word(break_of(chunk[at])) || (joins(chunk, at) && !parts(chunk, begin, at)))) {
    ++at;
  }
  return at;
}

using internal::FoundWord;
using internal::FoundWords;

// Where an apostrophe first parts the word [begin, end) of a chunk that is not all ASCII: the bytes
// of it, both `end` if it is one word.
struct Gap {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};
Gap find_gap(std::string_view chunk, std::uint32_t begin, std::uint32_t end) {
  const std::string_view word = chunk.substr(0, end);
  for (std::size_t at = begin; at < end && at - begin <= kMaxBeforeApostrophe;) {
    const std::size_t gap = at;
    next_code_point(word, at);
    if (gap == begin || at == end || fold(word.substr(gap, at - gap)) != "'") continue;
    const std::string_view rest = word.substr(at);
    const std::string before = fold(word.substr(begin, gap - begin));
    const std::string behind = fold(rest.substr(0, floor_boundary(rest, kMaxBehindApostrophe)));
    if (parting(before, behind) == Parting::kNone) continue;
    return {static_cast<std::uint32_t>(gap), static_cast<std::uint32_t>(at)};
  }
  return {end, end};
}

// Adds the word [begin, end) of a chunk, or the words that it is where an apostrophe parts them.
void add_words(std::string_view chunk, std::uint32_t begin, std::uint32_t end, FoundWords& words) {
  std::string term = fold(chunk.substr(begin, end - begin));
  if (term.find('\'') != std::string::npos) {
    const std::uint32_t first = begin;
    for (Gap gap = find_gap(chunk, begin, end); gap.begin < end;
         gap = find_gap(chunk, begin, end)) {
      words.push_back({fold(chunk.substr(begin, gap.begin - begin)), begin, gap.begin});
      begin = gap.end;
    }
    if (begin > first) term = fold(chunk.substr(begin, end - begin));
  }
  if (!term.empty()) words.push_back({std::move(term), begin, end});
}

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};
using TextHandle = std::unique_ptr<UText, CloseText>;

TextHandle open_text(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UText* handle =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  return TextHandle(U_SUCCESS(status) ? handle : nullptr);
}

using IteratorFactory = icu::BreakIterator* (*)(const icu::Locale&, UErrorCode&);

// Sets `iterator`, made on first use, to `text`; false if ICU has no data.
bool set_text(std::unique_ptr<icu::BreakIterator>& iterator, IteratorFactory make, UText* text) {
  UErrorCode status = U_ZERO_ERROR;
  if (!iterator) iterator.reset(make(icu::Locale::getRoot(), status));
  if (text == nullptr || !iterator || U_FAILURE(status)) return false;
  iterator->setText(text, status);
  return U_SUCCESS(status);
}

}  // namespace

struct Analyser::Impl {
  std::unique_ptr<icu::BreakIterator> word_breaks;
  std::unique_ptr<icu::BreakIterator> sentence_breaks;
  std::unordered_map<std::string, FoundWords> remembered;
  FoundWords long_chunk;

  // The words of a chunk with more than ASCII in it; valid until the next call.
  const FoundWords& find(std::string_view chunk);

 private:
  void break_words(std::string_view chunk, FoundWords& words);
};

const FoundWords& Analyser::Impl::find(std::string_view chunk) {
  if (chunk.size() > kMaxRememberedBytes) {
    break_words(chunk, long_chunk);
    return long_chunk;
  }
  std::string key(chunk);
  if (const auto found = remembered.find(key); found != remembered.end()) return found->second;
  if (remembered.size() >= kMaxRemembered) remembered.clear();
  FoundWords words;
  break_words(chunk, words);
  return remembered.emplace(std::move(key), std::move(words)).first->second;
}

void Analyser::Impl::break_words(std::string_view chunk, FoundWords& words) {
  words.clear();
  const TextHandle handle = open_text(chunk);
  if (!set_text(word_breaks, icu::BreakIterator::createWordInstance, handle.get())) return;
  std::int32_t begin = word_breaks->first();
  for (std::int32_t end = word_breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = word_breaks->next()) {
    if (word_breaks->getRuleStatus() < UBRK_WORD_NUMBER) continue;
    auto from = static_cast<std::uint32_t>(begin);
    auto to = static_cast<std::uint32_t>(end);
    while (from < to && chunk[from] == '_') ++from;
    while (from < to && chunk[to - 1] == '_') --to;
    add_words(chunk, from, to, words);
  }
}

Analyser::Analyser() : impl_(std::make_unique<Impl>()) {}
Analyser::~Analyser() = default;

std::vector<Sentence> Analyser::sentences(std::string_view text) {
  std::vector<Sentence> all;
  const TextHandle handle = open_text(text);
  if (text.empty()) return all;
  if (!set_text(impl_->sentence_breaks, icu::BreakIterator::createSentenceInstance, handle.get())) {
    return {{0, static_cast<std::uint32_t>(text.size())}};
  }
  std::int32_t begin = impl_->sentence_breaks->first();
  for (std::int32_t end = impl_->sentence_breaks->next(); end != icu::BreakIterator::DONE;
       begin = end, end = impl_->sentence_breaks->next()) {
    all.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return all;
}

std::vector<std::string> Analyser::words(std::string_view text) {
  std::vector<std::string> all;
  WordStream stream(*this, text);
  for (Word word; stream.next(word);) all.emplace_back(word.term);
  return all;
}

WordStream::WordStream(Analyser& analyser, std::string_view text)
    : analyser_(*analyser.impl_), text_(text) {}

bool WordStream::next(Word& word) {
  for (;;) {
    if (found_ != nullptr ? next_found(word) : next_ascii(word)) return true;
    while (at_ < text_.size() && break_of(text_[at_]) == Break::kSpace) ++at_;
    if (at_ >= text_.size()) return false;
    bool ascii = true;
    chunk_begin_ = chunk_end_ = at_;
    for (; chunk_end_ < text_.size(); ++chunk_end_) {
      const Break b = break_of(text_[chunk_end_]);
      if (b == Break::kSpace) break;
      ascii = ascii && b != Break::kUnicode;
    }
    if (ascii) continue;
    found_ = &analyser_.find(text_.substr(chunk_begin_, chunk_end_ - chunk_begin_));
    found_next_ = 0;
    at_ = chunk_end_;
  }
}

bool WordStream::next_ascii(Word& word) {
  const std::string_view until_end = text_.substr(0, chunk_end_);
  while (at_ < chunk_end_) {
    if (!in_word(break_of(until_end[at_]))) {
      ++at_;
      continue;
    }
    std::size_t begin = at_;
    std::size_t end = at_ = word_end(until_end, at_);
    while (begin < end && until_end[begin] == '_') ++begin;
    while (begin < end && until_end[end - 1] == '_') --end;
    if (begin == end) continue;
    ascii_term_.assign(until_end, begin, end - begin);
    for (char& c : ascii_term_) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    word = {ascii_term_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return true;
  }
  return false;
}

bool WordStream::next_found(Word& word) {
  if (found_next_ == found_->size()) {
    found_ = nullptr;
    return false;
  }
  const FoundWord& found = (*found_)[found_next_++];
  const auto offset = static_cast<std::uint32_t>(chunk_begin_);
  word = {found.term, found.begin + offset, found.end + offset};
  return true;
}

}  // namespace postil::text
