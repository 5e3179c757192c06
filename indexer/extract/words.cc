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
                               [](unsigned char c) { return is_digit(c); });
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

}  // namespace

std::vector<PageWord> page_words(std::string_view text) {
  std::vector<PageWord> words;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    if (is_word_part(text::next_code_point(text, at))) {
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
