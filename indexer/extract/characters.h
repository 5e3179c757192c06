// Small questions about the ends of a piece of text, asked by every stage of extraction: does a
// sentence end here, does it go on, is this a letter? Thread-safe; all text is valid UTF-8.

#ifndef POSTIL_INDEXER_EXTRACT_CHARACTERS_H_
#define POSTIL_INDEXER_EXTRACT_CHARACTERS_H_

#include <cstddef>
#include <string_view>

namespace postil::index {

bool is_letter(char32_t c);
// ASCII only: numbers of lists, dates and counts.
constexpr bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_lower(char32_t c);
bool is_upper(char32_t c);  // upper or title case

// The first and the last code point; 0 of an empty text.
char32_t first_of(std::string_view text);
char32_t last_of(std::string_view text);

// The text starts with a small letter, after an opening quote or bracket if need be.
bool starts_lower(std::string_view text);

// The text ends as sentences do, behind closing quotes and brackets: . ! ? … and their like in
// other scripts. A colon does not end one.
bool ends_sentence(std::string_view text);

// `text` without white space, punctuation and symbols at either end.
std::string_view strip_punctuation(std::string_view text);

// `text` without white space and without any of `marks` at its front or its back.
std::string_view strip_front(std::string_view text, std::u32string_view marks);
std::string_view strip_back(std::string_view text, std::u32string_view marks);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_CHARACTERS_H_
