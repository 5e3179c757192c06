// The program's standard streams: what is told to a person, made safe for a terminal, and errors.

#ifndef POSTIL_INDEXER_CONSOLE_H_
#define POSTIL_INDEXER_CONSOLE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace postil::index {

// Exit statuses.
inline constexpr int kDone = 0;
inline constexpr int kSomeSkipped = 1;  // with --strict
inline constexpr int kFailed = 2;

// `bytes` as valid UTF-8 without what would move, colour or deceive a terminal: control characters
// are shown as \x1b, ill-formed bytes likewise, bidirectional controls as \u202e.
std::string safe_text(std::string_view bytes);

// "72,787"
std::string group_digits(std::uint64_t number);

// Writes to standard output; false if that fails, or failed before.
bool print(std::string_view text);

bool has_print_failed();

// Writes to standard error why print() failed, unless whoever read it has gone; kFailed.
int report_unprinted(const std::string& hint);

// Writes the error to standard error; kFailed.
int report_error(const Error& error);

bool is_terminal(int descriptor);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_CONSOLE_H_
