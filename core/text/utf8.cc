#include "core/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <bit>
#include <cstdint>
#include <cstring>

namespace postil::text {
namespace {

// Eight bytes at a time: most text is ASCII, and is looked at many times on its way.
constexpr std::uint64_t kHighBits = 0x8080808080808080U;
constexpr std::size_t kPiece = sizeof(std::uint64_t);

std::uint64_t piece_at(std::string_view text, std::size_t at) {
  std::uint64_t piece = 0;
  std::memcpy(&piece, text.data() + at, kPiece);
  return piece;
}

// The first byte at or behind `at` that is not ASCII; the end if all are.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + kPiece <= text.size() && (piece_at(text, at) & kHighBits) == 0) at += kPiece;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

bool is_space(char32_t code_point) {
  if (code_point < 0x80) return code_point == ' ' || (code_point >= '\t' && code_point <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

// ASCII that is neither white space nor a control.
bool is_plain(char c) { return c > ' ' && static_cast<unsigned char>(c) < 0x80; }

// The high bit of each byte that is below `limit`, which is at most 0x80; also of some bytes behind
// one that is.
std::uint64_t bytes_below(std::uint64_t piece, unsigned char limit) {
  return (piece - limit * 0x0101010101010101U) & ~piece & kHighBits;
}

// Whether eight bytes are plain but for spaces that stand alone; the byte behind is no second one.
bool is_squeezed(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kSpaces = 0x2020202020202020U;
  const std::uint64_t piece = piece_at(text, at);
  const std::uint64_t double_spaces =
      bytes_below(piece ^ kSpaces, 1) & bytes_below(piece_at(text, at + 1) ^ kSpaces, 1);
  return ((piece & kHighBits) | bytes_below(piece, ' ') | double_spaces) == 0;
}

// The end of plain words from `at` on with single spaces between, which squeeze() leaves alone;
// `at` itself if no word begins there.
std::size_t squeezed_until(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  if (!is_plain(text[begin])) return begin;
  while (at + kPiece < text.size() && is_squeezed(text, at)) at += kPiece;
  // Back into a word: who knows what follows a space.
  if (text[at] == ' ') {
    at -= 1;
  } else if (at > begin && text[at - 1] == ' ') {
    at -= 2;
  }
  for (; at < text.size() && is_plain(text[at]); ++at) {
    if (at + 2 < text.size() && text[at + 1] == ' ' && is_plain(text[at + 2])) ++at;
  }
  return at;
}

}  // namespace

bool is_ascii(std::string_view text) { return skip_ascii(text, 0) == text.size(); }

bool is_valid_utf8(std::string_view bytes) {
  const std::uint8_t* s = bytes_of(bytes);
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    UChar32 c = 0;
    U8_NEXT(s, at, bytes.size(), c);
    if (c < 0) return false;
  }
  return true;
}

std::string to_valid_utf8(std::string_view bytes, std::size_t* replaced) {
  std::string out;
  out.reserve(bytes.size());
  std::size_t count = 0;
  const std::uint8_t* s = bytes_of(bytes);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    UChar32 c = 0;
    U8_NEXT(s, at, bytes.size(), c);
    if (c < 0) {
      out += "\xEF\xBF\xBD";
      ++count;
    } else {
      out.append(bytes, begin, at - begin);
    }
  }
  if (replaced != nullptr) *replaced = count;
  return out;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes_of(text), at, text.size(), c);
  return static_cast<char32_t>(c);
}

void append_code_point(char32_t code_point, std::string& out) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::int32_t length = 0;
  UBool failed = 0;
  U8_APPEND(buffer, length, U8_MAX_LENGTH, static_cast<UChar32>(code_point), failed);
  if (failed) {
    out += "\xEF\xBF\xBD";
  } else {
    out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = text.size();
  std::size_t at = 0;
  for (; at + kPiece <= text.size(); at += kPiece) {
    const std::uint64_t piece = piece_at(text, at);
    // Bytes 10xxxxxx: the high bit set, and not the one below it.
    count -= static_cast<std::size_t>(std::popcount(piece & kHighBits & ~(piece << 1)));
  }
  for (; at < text.size(); ++at) count -= (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return count;
}

std::size_t floor_boundary(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); begin = at) {
    if (!is_space(next_code_point(text, at))) break;
  }
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t at = floor_boundary(text, end - 1);
    const std::size_t start = at;
    if (!is_space(next_code_point(text, at))) break;
    end = start;
  }
  return text.substr(begin, end - begin);
}

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    at = squeezed_until(text, begin);
    if (at == begin && is_space(next_code_point(text, at))) {
      pending_space = !out.empty();
      continue;
    }
    if (pending_space) out += ' ';
    pending_space = false;
    out.append(text, begin, at - begin);
  }
  return out;
}

}  // namespace postil::text
