// File names for other programs, for -l.

#ifndef POSTIL_QUERY_OUTPUT_PATHS_H_
#define POSTIL_QUERY_OUTPUT_PATHS_H_

#include <cstdint>
#include <string>
#include <vector>

namespace postil::query {

enum class PathEnd : std::uint8_t {
  kTerminal,  // a line each, safe to look at (terminal_text.h)
  kNewline,   // a line each, its bytes as they are unless they hold control characters
  kNul,       // its bytes as they are and a NUL each, for xargs -0
};

void print_paths(const std::vector<std::string>& paths, PathEnd end, std::string& out);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_PATHS_H_
