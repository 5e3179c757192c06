#include "indexer/extract/words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "core/text/ascii.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/characters.h"

namespace postil::index {
namespace {

bool is_word_part(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) != 0 || u_charType(code) == U_NON_SPACING_MARK ||
         u_charType(code) == U_COMBINING_SPACING_MARK;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return is_digit(c); });
}

// The mark at `at` stands inside "1.977" or "1,977", which is one number; "07.08.09" is not.
bool groups_thousands(std::string_view text, std::size_t begin, std::size_t at) {
  if (text[at] != '.' && text[at] != ',') {
    return false;
  }
  const std::string_view group = text.substr(at + 1, 3);
  std::size_t next = at + 4;
  return at - begin <= 3 && all_digits(text.substr(begin, at - begin)) && group.size() == 3 &&
         all_digits(group) &&
         (next == text.size() || !is_word_part(text::next_code_point(text, next)));
}

// "52Comments": a count whose space was lost. "24th" and "10h30" stay.
bool is_glued_count(std::string_view text, std::size_t begin, std::size_t at) {
  constexpr std::size_t kShortest = 5;  // letters
  if (!is_digit(static_cast<unsigned char>(text[begin])) ||
      !all_digits(text.substr(begin, at - begin)) ||
      is_digit(static_cast<unsigned char>(text[at]))) {
    return false;
  }
  std::size_t letters = 0;
  for (std::size_t i = at; i < text.size() && letters < kShortest; ++letters) {
    if (!is_letter(text::next_code_point(text, i))) {
      break;
    }
  }
  return letters >= kShortest;
}

// Letters and digits of ASCII as small ones, by byte; 0 of all else.
constexpr std::array<char, 256> make_lowered() {
  std::array<char, 256> lowered{};
  for (unsigned c = 0; c < 0x80; ++c) {
    const char small = text::lower(static_cast<char>(c));
    if ((small >= '0' && small <= '9') || (small >= 'a' && small <= 'z')) lowered[c] = small;
  }
  return lowered;
}

constexpr std::array<char, 256> kLowered = make_lowered();

char lowered(char c) { return kLowered[static_cast<unsigned char>(c)]; }

// Whether a word goes on with the character at `at`, which is passed over.
bool pass_part(std::string_view text, std::size_t& at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return lowered(text[at++]) != 0;
  return is_word_part(text::next_code_point(text, at));
}

// Where the word ends that begins at `begin` and goes on as a word at `at`.
std::size_t word_end(std::string_view text, std::size_t begin, std::size_t at) {
  while (at < text.size()) {
    const std::size_t here = at;
    if (here > begin && is_glued_count(text, begin, here)) return here;
    if (!pass_part(text, at) && !groups_thousands(text, begin, here)) return here;
  }
  return at;
}

}  // namespace

PageWords::PageWords(std::string_view text) : lowered_(text.size()) {
  constexpr std::size_t kMeanWord = 6;  // bytes, with what follows
  words_.reserve(text.size() / kMeanWord + 1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    for (char c = 0; at < text.size() && (c = lowered(text[at])) != 0; ++at) lowered_[at] = c;
    const bool ends_here = at == text.size() || static_cast<unsigned char>(text[at]) < 0x80;
    // Only what begins with a digit may end, or go on, by more than its next character.
    const bool by_digit = is_digit(static_cast<unsigned char>(text[begin]));
    if (at == begin && ends_here) {
      ++at;
    } else if (ends_here && !by_digit) {
      add_plain(text, begin, at);
    } else if (at > begin || pass_part(text, at)) {
      at = word_end(text, begin, by_digit ? begin : at);
      add(text.substr(begin, at - begin), begin);
    }
  }
}

// A word of letters and digits of ASCII, the first of them a letter.
void PageWords::add_plain(std::string_view text, std::size_t begin, std::size_t end) {
  PageWord& word = words_.emplace_back();
  word.folded = std::string_view(lowered_.data() + begin, end - begin);
  word.begin = static_cast<std::uint32_t>(begin);
  word.end = static_cast<std::uint32_t>(end);
  word.is_upper = text[begin] != lowered_[begin];
}

void PageWords::add(std::string_view written, std::size_t begin) {
  PageWord& word = words_.emplace_back();
  word.begin = static_cast<std::uint32_t>(begin);
  word.end = static_cast<std::uint32_t>(begin + written.size());
  word.is_number = std::all_of(written.begin(), written.end(),
                               [](unsigned char c) { return is_digit(c) || c == '.' || c == ','; });
  word.is_upper = is_upper(first_of(written));
  if (text::is_ascii(written)) {
    char* folded = lowered_.data() + begin;
    std::transform(written.begin(), written.end(), folded, [](char c) { return text::lower(c); });
    word.folded = std::string_view(folded, written.size());
  } else {
    word.folded = beyond_ascii_.emplace_front(text::fold(written));
  }
}

}  // namespace postil::index
