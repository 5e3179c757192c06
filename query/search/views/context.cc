#include "query/search/views/context.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

using text::Word;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// The byte `count` code points before, or behind, byte `at`; an end of the text if it has not as
// many.
std::size_t step_back(std::string_view text, std::size_t at, std::uint32_t count) {
  for (; count > 0 && at > 0; --count) {
    while (--at > 0 && is_continuation(text[at])) {
    }
  }
  return at;
}

std::size_t step_on(std::string_view text, std::size_t at, std::uint32_t count) {
  for (; count > 0 && at < text.size(); --count) {
    while (++at < text.size() && is_continuation(text[at])) {
    }
  }
  return at;
}

Context make(std::string_view text, std::size_t from, std::size_t begin, std::size_t end,
             std::size_t to) {
  return {text.substr(from, begin - from), text.substr(begin, end - begin),
          text.substr(end, to - end)};
}

// `at` moved on to a word's beginning if it lies behind one, unless there is none before `begin`.
std::size_t whole_from(std::size_t at, std::size_t begin, const std::vector<Word>& words) {
  if (at == 0) return at;
  const auto next =
      std::lower_bound(words.begin(), words.end(), at,
                       [](const Word& word, std::size_t b) { return word.begin < b; });
  if (next == words.begin() || (next - 1)->end <= at) return at;  // between words
  return next != words.end() && next->begin < begin ? next->begin : at;
}

std::size_t whole_to(std::size_t at, std::size_t end, const std::vector<Word>& words) {
  const auto next = std::lower_bound(words.begin(), words.end(), at,
                                     [](const Word& word, std::size_t b) { return word.end <= b; });
  if (next == words.end() || next->begin >= at) return at;
  return next != words.begin() && (next - 1)->end > end ? next->begin : at;
}

}  // namespace

Context cut_by_characters(std::string_view text, const std::vector<Word>& words,
                          std::uint32_t first, std::uint32_t last, std::uint32_t characters) {
  const std::size_t begin = words[first].begin;
  const std::size_t end = words[last].end;
  const std::size_t from = whole_from(step_back(text, begin, characters), begin, words);
  const std::size_t to = whole_to(step_on(text, end, characters), end, words);
  const Context wide = make(text, from, begin, end, to);
  // No white space at the outer ends.
  const std::string_view all = text.substr(from, to - from);
  const std::string_view trimmed = text::trim(all);
  const auto before = static_cast<std::size_t>(trimmed.data() - all.data());
  const std::size_t behind = all.size() - before - trimmed.size();
  return {wide.left.substr(std::min(before, wide.left.size())), wide.match,
          wide.right.substr(0, wide.right.size() - std::min(behind, wide.right.size()))};
}

Context cut_by_words(std::string_view text, const std::vector<Word>& words, std::uint32_t first,
                     std::uint32_t last, std::uint32_t count) {
  const std::size_t from = first > count ? words[first - count].begin : 0;
  const bool reaches_end = words.size() - 1 - last <= count;
  const std::size_t to = reaches_end ? text.size() : words[last + count].end;
  return make(text, count == 0 ? words[first].begin : from, words[first].begin, words[last].end,
              count == 0 ? words[last].end : to);
}

}  // namespace postil::query
