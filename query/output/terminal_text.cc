#include "query/output/terminal_text.h"

#include <algorithm>

#include "core/text/utf8.h"
#include "query/parse/visible.h"

namespace postil::query {
namespace {

bool is_hidden_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_line_space(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c <= 0x9F); }

bool is_plain_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
}

std::string make_safe(std::string_view text, bool keep_newlines) {
  if (is_plain_ascii(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    // Ill-formed bytes come out of next_code_point as U+FFFD.
    const char32_t c = text::next_code_point(text, at);
    if (c == '\r' && keep_newlines && text.substr(at).starts_with('\n')) continue;
    if (c == '\n' && keep_newlines) {
      out += '\n';
    } else if (is_line_space(c)) {
      out += ' ';
    } else if (is_control(c)) {
      text::append_code_point(visible(c), out);
    } else if (!is_hidden_direction(c) && c != 0xFEFF && c != 0xAD) {
      text::append_code_point(c, out);
    }
  }
  return out;
}

}  // namespace

std::string terminal_text(std::string_view text) { return make_safe(text, false); }

std::string terminal_lines(std::string_view text) { return make_safe(text, true); }

int columns(char32_t code_point) {
  if (code_point < 0x300) return 1;  // nothing safe below combines or is wide
  if (code_point >= 0x1160 && code_point <= 0x11FF) return 0;  // Hangul that joins what is before
  return cell_width(code_point);
}

int columns(std::string_view text) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += columns(text::next_code_point(text, at));
  return sum;
}

std::string cut_to(std::string_view text, int width) {
  int used = 0;
  std::size_t fits = 0;  // bytes that leave a column for the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    used += columns(text::next_code_point(text, at));
    if (used > width) return std::string(text.substr(0, fits)) + "…";
    if (used < width) fits = at;
  }
  return std::string(text);
}

}  // namespace postil::query
