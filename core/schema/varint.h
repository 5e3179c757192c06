// The byte encoding of stored records and slot values: unsigned numbers in groups of seven bits,
// the lowest first (LEB128, as in DWARF 5, section 7.6), and strings with their length before them.

#ifndef POSTIL_CORE_SCHEMA_VARINT_H_
#define POSTIL_CORE_SCHEMA_VARINT_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace postil::schema {

inline void put_number(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7f) | 0x80);
  out += static_cast<char>(number);
}

inline void put_string(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out.append(text);
}

// Both take from the front of `in`; false when `in` is cut short or the number too large, and then
// neither argument means anything any more.
inline bool take_number(std::string_view& in, std::uint64_t& number) {
  number = 0;
  for (unsigned shift = 0; shift < 64 && !in.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    number |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

inline bool take_string(std::string_view& in, std::string_view& text) {
  std::uint64_t size = 0;
  if (!take_number(in, size) || size > in.size()) return false;
  text = in.substr(0, static_cast<std::size_t>(size));
  in.remove_prefix(static_cast<std::size_t>(size));
  return true;
}

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_VARINT_H_
