#include "indexer/readers/encoding/encoding.h"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "indexer/readers/encoding/charset_guess.h"
#include "indexer/readers/encoding/charset_label.h"

namespace postil::index {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::size_t kPatternBytes = 8192;

bool starts_with(std::string_view bytes, std::string_view prefix) {
  return bytes.substr(0, prefix.size()) == prefix;
}

// The width in bytes and byte order of a Unicode encoding that is not UTF-8.
struct Wide {
  std::string_view name;
  std::size_t width = 0;
  bool little = false;
};
constexpr Wide kWide[] = {
    {"UTF-32LE", 4, true}, {"UTF-32BE", 4, false}, {"UTF-16LE", 2, true}, {"UTF-16BE", 2, false}};

char32_t unit_at(std::string_view bytes, std::size_t at, const Wide& wide) {
  char32_t unit = 0;
  for (std::size_t i = 0; i < wide.width; ++i) {
    const std::size_t place = wide.little ? at + wide.width - 1 - i : at + i;
    unit = (unit << 8U) | static_cast<unsigned char>(bytes[place]);
  }
  return unit;
}

bool is_high_surrogate(char32_t unit) { return unit >= 0xD800 && unit < 0xDC00; }
bool is_low_surrogate(char32_t unit) { return unit >= 0xDC00 && unit < 0xE000; }

// How many ASCII letters, spaces and line ends the bytes hold if they are of this encoding; -1 if
// they hold what text does not.
int plausible_units(std::string_view bytes, const Wide& wide) {
  int ascii = 0;
  bool high = false;
  for (std::size_t at = 0; at + wide.width <= bytes.size(); at += wide.width) {
    const char32_t unit = unit_at(bytes, at, wide);
    const bool control =
        unit < 0x20 && unit != '\t' && unit != '\n' && unit != '\r' && unit != '\f';
    if (control || unit > 0x10FFFF || (unit & 0xFFFEU) == 0xFFFEU) return -1;
    if (high != is_low_surrogate(unit)) return -1;
    high = wide.width == 2 && is_high_surrogate(unit);
    if (wide.width == 4 && unit >= 0xD800 && unit < 0xE000) return -1;
    if (unit < 0x80) ++ascii;
  }
  return ascii;
}

const Wide* by_mark(std::string_view bytes) {
  if (starts_with(bytes, std::string_view("\xFF\xFE\0\0", 4))) return &kWide[0];
  if (starts_with(bytes, std::string_view("\0\0\xFE\xFF", 4))) return &kWide[1];
  if (starts_with(bytes, "\xFF\xFE")) return &kWide[2];
  if (starts_with(bytes, "\xFE\xFF")) return &kWide[3];
  return nullptr;
}

// ASCII with a stray zero byte, which some programs leave behind.
bool is_narrow_with_zeros(std::string_view bytes) {
  std::size_t zeros = 0;
  std::size_t printable = 0;
  for (const char c : bytes) {
    zeros += c == '\0' ? 1 : 0;
    printable += (c >= ' ' && c <= '~') || c == '\n' ? 1 : 0;
  }
  return zeros * 5 < bytes.size() && printable * 5 > bytes.size() * 3;
}

const Wide* by_pattern(std::string_view bytes) {
  // Every text has an ASCII character soon, whose other bytes are zero.
  bytes = bytes.substr(0, kPatternBytes);
  if (bytes.size() < 4 || bytes.find('\0') == std::string_view::npos) return nullptr;
  if (is_narrow_with_zeros(bytes)) return nullptr;
  const Wide* best = nullptr;
  double best_share = 0.02;
  for (const Wide& wide : kWide) {
    const int ascii = plausible_units(bytes, wide);
    const double share =
        ascii * static_cast<double>(wide.width) / static_cast<double>(bytes.size());
    if (share > best_share) {
      best = &wide;
      best_share = share;
    }
  }
  return best;
}

const Wide* find_wide(std::string_view bytes) {
  const Wide* const marked = by_mark(bytes);
  return marked != nullptr ? marked : by_pattern(bytes);
}

Decoded decode_wide(std::string_view bytes, const Wide& wide) {
  Decoded decoded;
  decoded.encoding = wide.name;
  std::size_t line = 1;
  const auto replace = [&] {
    if (decoded.replaced++ == 0) decoded.first_replaced_line = line;
    text::append_code_point(0xFFFD, decoded.text);
  };
  char32_t high = 0;
  std::size_t at = 0;
  for (; at + wide.width <= bytes.size(); at += wide.width) {
    const char32_t unit = unit_at(bytes, at, wide);
    if (high != 0 && is_low_surrogate(unit)) {
      text::append_code_point(0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00), decoded.text);
      high = 0;
      continue;
    }
    if (high != 0) replace();
    high = wide.width == 2 && is_high_surrogate(unit) ? unit : 0;
    if (high != 0 || (at == 0 && unit == 0xFEFF)) continue;
    if (unit > 0x10FFFF || (unit >= 0xD800 && unit < 0xE000)) {
      replace();
      continue;
    }
    line += unit == '\n' ? 1 : 0;
    text::append_code_point(unit, decoded.text);
  }
  if (high != 0 || at < bytes.size()) replace();
  return decoded;
}

// Whether the bytes end within a sequence of three or four bytes: a file that was cut.
bool ends_within_sequence(std::string_view bytes) {
  for (std::size_t back = 2; back <= 3 && back <= bytes.size(); ++back) {
    const auto lead = static_cast<unsigned char>(bytes[bytes.size() - back]);
    const auto last = static_cast<unsigned char>(bytes.back());
    if (lead >= 0xE0 && lead <= 0xF4)
      return (last & 0xC0U) == 0x80U && back < (lead < 0xF0 ? 3U : 4U);
  }
  return false;
}

// UTF-8 with a few faults: a cut sequence, a stray byte of an old encoding. Text of an old encoding
// hardly ever has what looks like a well-formed sequence, let alone twice as many as others.
bool is_mostly_utf8(std::string_view bytes, std::string_view repaired, std::size_t replaced) {
  if (replaced == 1 && ends_within_sequence(bytes)) return true;
  std::size_t beyond_ascii = 0;
  for (const char c : repaired) beyond_ascii += static_cast<unsigned char>(c) >= 0xC0 ? 1 : 0;
  return beyond_ascii - replaced >= 2 * replaced;
}

Decoded decode_utf8(std::string_view bytes, std::string repaired, std::size_t replaced) {
  Decoded decoded;
  decoded.encoding = "UTF-8";
  decoded.text = std::move(repaired);
  decoded.replaced = replaced;
  if (replaced != 0) {
    const auto fault =
        std::mismatch(bytes.begin(), bytes.end(), decoded.text.begin(), decoded.text.end());
    decoded.first_replaced_line =
        1 + static_cast<std::size_t>(std::count(bytes.begin(), fault.first, '\n'));
  }
  return decoded;
}

Decoded decode_by(std::string_view bytes, std::string encoding) {
  Decoded decoded;
  decoded.encoding = std::move(encoding);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ::ucnv_open(decoded.encoding.c_str(), &error), &ucnv_close);
  if (U_FAILURE(error)) {
    decoded.text = text::to_valid_utf8(bytes, &decoded.replaced);
    return decoded;
  }
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), error);
  wide.toUTF8String(decoded.text);
  return decoded;
}

Decoded decode_old(std::string_view bytes) {
  Decoded decoded = decode_by(bytes, guess_charset(bytes));
  decoded.assumed = true;
  return decoded;
}

Decoded decode_any(std::string_view bytes) {
  if (starts_with(bytes, kUtf8Mark)) {
    bytes.remove_prefix(kUtf8Mark.size());
    std::size_t replaced = 0;
    std::string repaired = text::to_valid_utf8(bytes, &replaced);
    return decode_utf8(bytes, std::move(repaired), replaced);
  }
  if (const Wide* const wide = find_wide(bytes)) return decode_wide(bytes, *wide);
  if (text::is_valid_utf8(bytes)) return decode_utf8(bytes, std::string(bytes), 0);
  std::size_t replaced = 0;
  std::string repaired = text::to_valid_utf8(bytes, &replaced);
  if (is_mostly_utf8(bytes, repaired, replaced)) {
    return decode_utf8(bytes, std::move(repaired), replaced);
  }
  return decode_old(bytes);
}

// Text of the declared encoding has hardly a character that it cannot have.
bool is_believable(const Decoded& decoded) {
  std::size_t wrong = 0;
  for (std::size_t at = 0; at < decoded.text.size();) {
    const char32_t c = text::next_code_point(decoded.text, at);
    wrong += c == 0xFFFD || (c >= 0x80 && c < 0xA0) ? 1 : 0;
  }
  return wrong * 200 <= decoded.text.size();
}

// Bytes that are neither a line end to be changed nor the start of one, nor a control character.
constexpr std::array<bool, 256> kPlainBytes = [] {
  std::array<bool, 256> plain{};
  for (std::size_t byte = 0x20; byte < plain.size(); ++byte) plain[byte] = true;
  plain['\n'] = plain['\t'] = true;
  plain[0x7F] = plain[0xC2] = plain[0xE2] = false;
  return plain;
}();

// Behind the plain bytes that begin at `at`.
std::size_t behind_plain(std::string_view text, std::size_t at) {
  while (at < text.size() && kPlainBytes[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

}  // namespace

std::string_view wide_encoding(std::string_view bytes) {
  const Wide* const wide = find_wide(bytes);
  return wide != nullptr ? wide->name : std::string_view();
}

void normalise_line_ends(std::string& text) {
  // In place: what is written is never longer than what was read.
  std::size_t out = behind_plain(text, 0);
  for (std::size_t i = out; i < text.size(); ++i) {
    const std::size_t end = behind_plain(text, i);
    std::memmove(&text[out], &text[i], end - i);
    out += end - i;
    i = end;
    if (i == text.size()) break;
    const char c = text[i];
    const std::string_view rest = std::string_view(text).substr(i, 3);
    if (c == '\r') {
      text[out++] = '\n';
      if (rest.size() > 1 && rest[1] == '\n') ++i;
    } else if (c == '\v' || c == '\f') {
      text[out++] = '\n';
    } else if (rest.substr(0, 2) == "\xC2\x85") {
      text[out++] = '\n';
      ++i;
    } else if (rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9") {
      const bool paragraph = rest[2] == '\xA9';
      text[out++] = '\n';
      if (paragraph) text[out++] = '\n';
      i += 2;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      const bool control = (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
      text[out++] = control ? ' ' : c;
    }
  }
  text.resize(out);
}

Decoded decode(std::string_view bytes) {
  Decoded decoded = decode_any(bytes);
  normalise_line_ends(decoded.text);
  return decoded;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
  const bool marked = starts_with(bytes, kUtf8Mark) || find_wide(bytes) != nullptr;
  const std::string encoding = marked ? "" : encoding_named(declared);
  const bool is_known = !encoding.empty() && encoding != "utf-8" && encoding != "utf-16";
  if (!is_known || (!has_escapes(encoding) && text::is_valid_utf8(bytes))) return decode(bytes);
  Decoded decoded = decode_by(bytes, encoding);
  if (!is_believable(decoded)) return decode(bytes);
  normalise_line_ends(decoded.text);
  return decoded;
}

void report(const Decoded& decoded, RawArticleSink& sink) {
  if (decoded.assumed) {
    sink.finding(
        Severity::kWarning, "encoding-assumed",
        fmt::format("The file does not say its encoding and is not UTF-8: it was read as {}",
                    decoded.encoding));
  }
  if (decoded.replaced != 0) {
    const std::string_view unit = decoded.replaced == 1 ? "sequence is" : "sequences are";
    sink.finding(
        Severity::kWarning, "invalid-utf8",
        fmt::format("{} {} not valid {}, the first in line {}: read as U+FFFD", decoded.replaced,
                    unit, decoded.encoding, std::max<std::size_t>(1, decoded.first_replaced_line)));
  }
}

}  // namespace postil::index
