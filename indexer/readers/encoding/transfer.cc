#include "indexer/readers/encoding/transfer.h"

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
  // What mailers say that do not know.
  const std::string name = text::lower(text::trim(charset));
  const bool is_doubtful = name == "us-ascii" || name == "iso-8859-1";
  return decode(bytes, is_doubtful ? std::string_view() : charset).text;
}

}  // namespace postil::index
