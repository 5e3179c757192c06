#include "indexer/readers/encoding/transfer.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/readers/encoding/encoding.h"

namespace postil::index {

std::string decode_base64(std::string_view text) {
  static constexpr std::uint8_t kNoDigit = 64;
  static const std::array<std::uint8_t, 256> kValues = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(kNoDigit);
    const std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (std::size_t i = 0; i < digits.size(); ++i) {
      values[static_cast<unsigned char>(digits[i])] = static_cast<std::uint8_t>(i);
    }
    return values;
  }();
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {  // the end of one of several pieces
      bits = 0;
      count = 0;
      continue;
    }
    const std::uint32_t value = kValues[static_cast<unsigned char>(c)];
    if (value == kNoDigit) continue;
    bits = bits << 6 | value;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes += static_cast<char>(bits >> count & 0xFF);
  }
  return bytes;
}

std::string decode_quoted_printable(std::string_view text, bool in_header) {
  std::string bytes;
  bytes.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '_' && in_header) {
      bytes += ' ';
    } else if (c != '=') {
      bytes += c;
    } else if (const int byte = text::hex_byte(text, i + 1); byte >= 0) {
      bytes += static_cast<char>(byte);
      i += 2;
    } else {
      // A soft line break, with white space that was added on the way.
      std::size_t end = i + 1;
      while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r'))
        ++end;
      if (end < text.size() && text[end] != '\n') {
        bytes += c;
      } else {
        i = end;
      }
    }
  }
  return bytes;
}

std::string decode_percent(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = text[i] == '%' ? text::hex_byte(text, i + 1) : -1;
    if (byte >= 0) {
      bytes += static_cast<char>(byte);
      i += 2;
    } else {
      bytes += text[i];
    }
  }
  return bytes;
}

std::string text_in_charset(std::string_view bytes, std::string_view charset) {
  const std::string name = text::lower(text::trim(charset));
  const bool is_plain = name.empty() || name == "us-ascii" || name == "utf-8" || name == "utf8";
  if (is_plain || name == "iso-8859-1" || bytes.size() > UINT32_MAX / 8) return decode(bytes).text;
  UErrorCode error = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &error);
  if (U_FAILURE(error)) return decode(bytes).text;
  std::u16string wide(2 * bytes.size() + 16, u'\0');
  const int32_t size = ucnv_toUChars(converter, wide.data(), static_cast<int32_t>(wide.size()),
                                     bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  ucnv_close(converter);
  if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR) return decode(bytes).text;
  wide.resize(std::min<std::size_t>(wide.size(), static_cast<std::size_t>(std::max(size, 0))));
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < wide.size(); ++i) {
    char32_t point = wide[i];
    if (point >= 0xD800 && point < 0xDC00 && i + 1 < wide.size() && wide[i + 1] >= 0xDC00 &&
        wide[i + 1] < 0xE000) {
      point = 0x10000 + ((point - 0xD800) << 10) + (wide[++i] - 0xDC00);
    }
    if (point >= 0xD800 && point < 0xE000) point = 0xFFFD;
    text::append_code_point(point, text);
  }
  normalise_line_ends(text);
  return text;
}

}  // namespace postil::index
