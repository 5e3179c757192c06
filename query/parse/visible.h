// Text of unknown origin on a terminal: how wide each character shows, and a harmless stand-in for
// those that would move the cursor, change colours or turn the direction of writing.

#ifndef POSTIL_QUERY_PARSE_VISIBLE_H_
#define POSTIL_QUERY_PARSE_VISIBLE_H_

#include <string>
#include <string_view>

namespace postil::query {

// The character itself, or its stand-in: a control picture (␛) or U+FFFD.
char32_t visible(char32_t code_point);

// `text`, valid UTF-8, with each character made visible.
std::string make_visible(std::string_view text);

// The terminal cells that a visible character takes: 0 (combining), 1, or 2 (East Asian wide).
int cell_width(char32_t code_point);

}  // namespace postil::query

#endif  // POSTIL_QUERY_PARSE_VISIBLE_H_
