// UTF-8 as bytes: validity, code points and safe cuts. Everything behind the readers is valid
// UTF-8; this is where it is made so, and where byte offsets become the code point offsets of JSON.

#ifndef POSTIL_CORE_TEXT_UTF8_H_
#define POSTIL_CORE_TEXT_UTF8_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace postil::text {

bool is_ascii(std::string_view text);

// True for well-formed UTF-8 (no surrogates, no overlong forms, nothing above U+10FFFF).
bool is_valid_utf8(std::string_view bytes);

// `bytes` with every ill-formed sequence replaced by U+FFFD, by the "maximal subpart" practice of
// the Unicode Standard, section 3.9. `replaced`, if given, receives the number of replacements.
std::string to_valid_utf8(std::string_view bytes, std::size_t* replaced = nullptr);

// The code point that starts at byte `at` (which must be a boundary in valid UTF-8), moving `at`
// behind it.
char32_t next_code_point(std::string_view text, std::size_t& at);

void append_code_point(char32_t code_point, std::string& out);

// How many code points valid UTF-8 holds.
std::size_t count_code_points(std::string_view text);

// The largest code point boundary that is not behind `at` (bytes).
std::size_t floor_boundary(std::string_view text, std::size_t at);

// `text` without white space (as Unicode has it) at either end; a view into it.
std::string_view trim(std::string_view text);

// `text` with each run of white space made one space, none at either end.
std::string squeeze(std::string_view text);

}  // namespace postil::text

#endif  // POSTIL_CORE_TEXT_UTF8_H_
