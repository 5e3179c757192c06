#include "indexer/console.h"

#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include "core/base/write_all.h"
#include "core/text/utf8.h"

namespace postil::index {
namespace {

std::atomic<int> print_failure = 0;  // errno

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7f && c < 0xa0); }

bool is_deceiving(char32_t c) {
  return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

}  // namespace

std::string safe_text(std::string_view bytes) {
  std::string safe;
  for (std::size_t at = 0; at < bytes.size();) {
    // One code point at a time, so that each bad byte can be shown for what it is.
    std::size_t size = 1;
    while (size < 4 && at + size < bytes.size() && (bytes[at + size] & 0xc0) == 0x80) ++size;
    while (size > 1 && !text::is_valid_utf8(bytes.substr(at, size))) --size;
    const std::string_view piece = bytes.substr(at, size);
    at += size;
    if (!text::is_valid_utf8(piece)) {
      safe += fmt::format("\\x{:02x}", static_cast<unsigned char>(piece[0]));
      continue;
    }
    std::size_t end = 0;
    const char32_t c = text::next_code_point(piece, end);
    if (is_control(c)) {
      safe += fmt::format("\\x{:02x}", static_cast<unsigned>(c));
    } else if (is_deceiving(c)) {
      safe += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      safe += piece;
    }
  }
  return safe;
}

std::string group_digits(std::uint64_t number) {
  std::string digits = fmt::format("{}", number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, 1, ',');
  return digits;
}

bool print(std::string_view text) {
  if (print_failure == 0) print_failure = write_all(STDOUT_FILENO, text);
  return print_failure == 0;
}

bool has_print_failed() { return print_failure != 0; }

int report_unprinted(const std::string& hint) {
  const int failure = print_failure;
  if (failure == EPIPE) return kFailed;
  return report_error(
      {ErrorKind::kInput,
       fmt::format("cannot write to standard output: {}", std::generic_category().message(failure)),
       hint});
}

int report_error(const Error& error) {
  std::string lines = "postil-index: " + safe_text(error.message) + "\n";
  if (!error.hint.empty()) lines += "  " + safe_text(error.hint) + "\n";
  (void)write_all(STDERR_FILENO, lines);  // there is nowhere left to tell of it
  return kFailed;
}

bool is_terminal(int descriptor) {
  const char* type = std::getenv("TERM");
  return ::isatty(descriptor) == 1 && type != nullptr && std::string_view(type) != "dumb";
}

}  // namespace postil::index
