// The program's standard streams: what is printed, how errors are told, how wide the terminal is
// and whether it may be coloured.

#ifndef POSTIL_QUERY_CONSOLE_H_
#define POSTIL_QUERY_CONSOLE_H_

#include <cstdint>
#include <string_view>

#include "core/base/error.h"

namespace postil::query {

inline constexpr int kFound = 0;
inline constexpr int kNothing = 1;
inline constexpr int kFailed = 2;

enum class ColourChoice : std::uint8_t { kAuto, kAlways, kNever };

// Writes all of `text` to standard output at once and returns `status`; kFailed, once the reason
// has been reported, if it could not be written. A pipe that was closed is not worth a word.
int print(std::string_view text, int status);

// Tells of an error on standard error, made safe for a terminal, and returns kFailed.
int report(const Error& error);
int report(std::string_view lines);

bool stdout_is_terminal();

// Of the terminal, else $COLUMNS, else 80.
int output_width();

// kAuto: on a terminal that is not dumb, unless $NO_COLOR is set.
bool use_colour(ColourChoice choice);

}  // namespace postil::query

#endif  // POSTIL_QUERY_CONSOLE_H_
