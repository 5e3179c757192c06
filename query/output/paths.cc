#include "query/output/paths.h"

#include <algorithm>
#include <string_view>

#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

// A name with a newline or an escape sequence cannot be a line of a list whatever is done; showing
// it safely is the least that can be. Names in another encoding must reach the next program whole.
bool has_controls(std::string_view path) {
  return std::any_of(path.begin(), path.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

}  // namespace

void print_paths(const std::vector<std::string>& paths, PathEnd end, std::string& out) {
  for (const std::string& path : paths) {
    if (end == PathEnd::kTerminal || (end == PathEnd::kNewline && has_controls(path))) {
      out += terminal_text(path);
    } else {
      out += path;
    }
    out += end == PathEnd::kNul ? '\0' : '\n';
  }
}

}  // namespace postil::query
