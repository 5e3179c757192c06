// The letters and digits of ASCII, for names that formats spell in them: elements, charsets, header
// fields. Words of people's languages are folded (fold.h) instead.

#ifndef POSTIL_CORE_TEXT_ASCII_H_
#define POSTIL_CORE_TEXT_ASCII_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace postil::text {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline std::string lower(std::string_view text) {
  std::string small(text);
  for (char& c : small) c = lower(c);
  return small;
}

// The value of a hexadecimal digit, -1 of anything else.
constexpr int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The byte that two hexadecimal digits at `at` spell, -1 if they are none.
constexpr int hex_byte(std::string_view text, std::size_t at) {
  if (text.size() < 2 || at > text.size() - 2) return -1;
  const int high = hex_digit(text[at]);
  const int low = hex_digit(text[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_ASCII_H_
