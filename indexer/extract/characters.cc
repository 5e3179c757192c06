#include "indexer/extract/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "core/text/utf8.h"

namespace postil::index {
namespace {

UChar32 icu(char32_t c) { return static_cast<UChar32>(c); }

bool is_wrapping(char32_t c) {
  switch (u_charType(icu(c))) {
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return true;
    default:
      return c == U'"' || c == U'\'' || c == U'*' || c == U'_';
  }
}

std::size_t before_last(std::string_view text) {
  return text.empty() ? 0 : text::floor_boundary(text, text.size() - 1);
}

bool is_word_part(char32_t c) { return is_letter(c) || u_isdigit(icu(c)) != 0; }

}  // namespace

bool is_letter(char32_t c) { return u_isalpha(icu(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(icu(c)) != 0; }
bool is_upper(char32_t c) {
  if (c < 0x80) {
    return c >= U'A' && c <= U'Z';
  }
  return u_isupper(icu(c)) != 0 || u_istitle(icu(c)) != 0;
}

char32_t first_of(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? U'\0' : text::next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
  std::size_t at = before_last(text);
  return text.empty() ? U'\0' : text::next_code_point(text, at);
}

bool starts_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (!is_wrapping(c)) {
      return is_lower(c);
    }
  }
  return false;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const char32_t c = last_of(text);
    if (!is_wrapping(c) && u_isUWhiteSpace(icu(c)) == 0) {
      return c == U'.' || c == U'!' || c == U'?' || c == U'…' || c == U'。' || c == U'！' ||
             c == U'？' || c == U'؟' || c == U'।' || c == U'۔' || c == U'‽';
    }
    text.remove_suffix(text.size() - before_last(text));
  }
  return false;
}

std::string_view strip_front(std::string_view text, std::u32string_view marks) {
  while (!text.empty()) {
    std::size_t at = 0;
    const char32_t c = text::next_code_point(text, at);
    if (u_isUWhiteSpace(icu(c)) == 0 && marks.find(c) == std::u32string_view::npos) {
      break;
    }
    text.remove_prefix(at);
  }
  return text;
}

std::string_view strip_back(std::string_view text, std::u32string_view marks) {
  while (!text.empty()) {
    const char32_t c = last_of(text);
    if (u_isUWhiteSpace(icu(c)) == 0 && marks.find(c) == std::u32string_view::npos) {
      break;
    }
    text.remove_suffix(text.size() - before_last(text));
  }
  return text;
}

std::string_view strip_punctuation(std::string_view text) {
  while (!text.empty()) {
    std::size_t at = 0;
    if (is_word_part(text::next_code_point(text, at))) {
      break;
    }
    text.remove_prefix(at);
  }
  while (!text.empty() && !is_word_part(last_of(text)) &&
         u_charType(icu(last_of(text))) != U_NON_SPACING_MARK) {
    text.remove_suffix(text.size() - before_last(text));
  }
  return text;
}

}  // namespace postil::index
