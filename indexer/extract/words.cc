#include "indexer/extract/words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "indexer/extract/characters.h"

namespace postil::index {
namespace {

bool is_word_part(char32_t c) {
  if (c < 0x80) {
    return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  }
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) != 0 || u_charType(code) == U_NON_SPACING_MARK ||
         u_charType(code) == U_COMBINING_SPACING_MARK;
}

PageWord make_word(std::string_view text, std::size_t begin, std::size_t end) {
  PageWord word;
  const std::string_view written = text.substr(begin, end - begin);
  word.begin = static_cast<std::uint32_t>(begin);
  word.end = static_cast<std::uint32_t>(end);
  word.is_number = std::all_of(written.begin(), written.end(),
                               [](unsigned char c) { return is_digit(c) || c == '.' || c == ','; });
  word.is_upper = is_upper(first_of(written));
  if (text::is_ascii(written)) {
    word.folded = written;
    for (char& c : word.folded) {
      c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  } else {
    word.folded = text::fold(written);
  }
  return word;
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
  const std::string_view behind = text.substr(at + 1, 4);
  return at - begin <= 3 && all_digits(text.substr(begin, at - begin)) && behind.size() >= 3 &&
         all_digits(behind.substr(0, 3)) &&
         (behind.size() == 3 || !is_word_part(static_cast<unsigned char>(behind[3])));
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

}  // namespace

std::vector<PageWord> page_words(std::string_view text) {
  constexpr std::size_t kMeanWord = 6;  // bytes, with what follows
  std::vector<PageWord> words;
  words.reserve(text.size() / kMeanWord + 1);
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool part =
        byte < 0x80 ? (++at, is_word_part(byte)) : is_word_part(text::next_code_point(text, at));
    if (part && begin != std::string_view::npos && is_glued_count(text, begin, here)) {
      words.push_back(make_word(text, begin, here));
      begin = here;
    } else if (part || (begin != std::string_view::npos && groups_thousands(text, begin, here))) {
      begin = std::min(begin, here);
    } else if (begin != std::string_view::npos) {
      words.push_back(make_word(text, begin, here));
      begin = std::string_view::npos;
    }
  }
  if (begin != std::string_view::npos) {
    words.push_back(make_word(text, begin, text.size()));
  }
  return words;
}

}  // namespace postil::index
