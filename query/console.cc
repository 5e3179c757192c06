#include "query/console.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <string>

#include "core/base/write_all.h"
#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

constexpr int kDefaultWidth = 80;
constexpr int kMaxWidth = 10'000;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

int print(std::string_view text, int status) {
  const int failure = write_all(STDOUT_FILENO, text);
  if (failure == 0) return status;
  // SIGPIPE ends the program before this is reached, unless whoever started it ignores the signal.
  if (failure == EPIPE) return kFailed;
  return report(Error{ErrorKind::kInput,
                      fmt::format("cannot write the answer: {}", std::strerror(failure)),
                      "what was printed so far is not complete"});
}

int report(const Error& error) {
  std::string lines = error.message;
  if (!error.hint.empty()) lines += "\n  " + error.hint;
  return report(lines);
}

int report(std::string_view lines) {
  // There is nowhere left to tell that this failed.
  (void)write_all(STDERR_FILENO, "postil-query: " + terminal_lines(lines) + "\n");
  return kFailed;
}

bool stdout_is_terminal() { return isatty(STDOUT_FILENO) == 1; }

int output_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string_view columns = environment("COLUMNS");
  int width = 0;
  const auto [end, code] = std::from_chars(columns.data(), columns.data() + columns.size(), width);
  const bool is_number = code == std::errc() && end == columns.data() + columns.size();
  return is_number && width > 0 && width <= kMaxWidth ? width : kDefaultWidth;
}

bool use_colour(ColourChoice choice) {
  if (choice != ColourChoice::kAuto) return choice == ColourChoice::kAlways;
  const std::string_view terminal = environment("TERM");
  return stdout_is_terminal() && environment("NO_COLOR").empty() && !terminal.empty() &&
         terminal != "dumb";
}

}  // namespace postil::query
