#include "query/parse/visible.h"

#include <unicode/uchar.h>

#include "core/text/utf8.h"

namespace postil::query {

char32_t visible(char32_t code_point) {
  constexpr char32_t kControlPictures = U'\u2400';
  constexpr char32_t kDelete = 0x7F;
  if (code_point < U' ') return kControlPictures + code_point;
  if (code_point == kDelete) return U'\u2421';
  const auto c = static_cast<UChar32>(code_point);
  const auto type = u_charType(c);
  const bool harmful = type == U_CONTROL_CHAR || type == U_LINE_SEPARATOR ||
                       type == U_PARAGRAPH_SEPARATOR || type == U_UNASSIGNED ||
                       u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL) != 0;
  return harmful ? U'\uFFFD' : code_point;
}

std::string make_visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    text::append_code_point(visible(text::next_code_point(text, at)), out);
  }
  return out;
}

int cell_width(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto type = u_charType(c);
  const bool soft_hyphen = code_point == U'\u00AD';  // shows, unlike other format characters
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
      (type == U_FORMAT_CHAR && !soft_hyphen)) {
    return 0;
  }
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace postil::query
