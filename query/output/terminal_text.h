// Text that is safe to show on a terminal, and how wide it stands there. Everything from a database
// is hostile: an escape sequence in an article must not colour, move or retitle the terminal of its
// reader, nor lie about what is written. All terminal output, and every message, passes here.

#ifndef POSTIL_QUERY_OUTPUT_TERMINAL_TEXT_H_
#define POSTIL_QUERY_OUTPUT_TERMINAL_TEXT_H_

#include <string>
#include <string_view>

namespace postil::query {

// One line of safe, valid UTF-8, from any bytes:
//   white space and line or paragraph separators  a space each
//   other C0 controls and DEL                     their pictures, ␛ for ESC
//   C1 controls                                   U+FFFD
//   ill-formed UTF-8                              U+FFFD
//   bidirectional embeddings, overrides, isolates nothing: unbalanced, they would turn what follows
//   byte order marks and soft hyphens             nothing
// Works code point by code point, so pieces of valid UTF-8 may be made safe one after the other.
std::string terminal_text(std::string_view text);

// The same for several lines, whose ends become '\n' if they are "\r\n".
std::string terminal_lines(std::string_view text);

// How many columns a safe code point takes: 0 (combining marks and other invisible ones), 1 or 2
// (East Asian wide and full-width).
int columns(char32_t code_point);
int columns(std::string_view text);

// `text` in at most `width` columns (1 or more); "…" stands for what had to be cut off its end.
std::string cut_to(std::string_view text, int width);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_TERMINAL_TEXT_H_
