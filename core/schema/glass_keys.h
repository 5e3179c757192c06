// How Xapian's glass backend spells numbers and strings inside keys (docs/glass.md): for the writer
// of its tables and for the reader of its positions.

#ifndef POSTIL_CORE_SCHEMA_GLASS_KEYS_H_
#define POSTIL_CORE_SCHEMA_GLASS_KEYS_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace postil::schema {

// A number whose bytes sort as numbers do: two bytes below 0x8000, beyond that three to five whose
// first begins with as many ones as bytes are more than two.
inline void put_sorted_number(std::string& out, std::uint32_t number) {
  if (number < 0x8000) {
    out += static_cast<char>(number >> 8);
    out += static_cast<char>(number & 0xff);
    return;
  }
  const int size = (37 - std::countl_zero(number)) / 7;
  const unsigned ones = (0xffU << (10 - size)) & 0xff;
  const auto first = static_cast<std::uint64_t>(number) >> (8 * (size - 1));
  out += static_cast<char>(first | ones);
  for (int i = size - 2; i >= 0; --i) out += static_cast<char>((number >> (8 * i)) & 0xff);
}

// The number that a key ends with; 0 if it is none.
inline std::uint32_t sorted_number(std::string_view bytes) {
  const auto byte = [&bytes](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const auto ones = bytes.empty() ? 0 : static_cast<std::size_t>(std::countl_one(byte(0)));
  if (bytes.size() != ones + 2) return 0;
  std::uint64_t number = ones == 0 ? byte(0) : byte(0) & (0xffU >> (ones + 1));
  for (std::size_t i = 1; i < bytes.size(); ++i) number = number << 8 | byte(i);
  return static_cast<std::uint32_t>(number);
}

// A string that sorts as before when more follows it in the key: a zero byte becomes two, and
// another follows the string.
inline void put_sorted_string(std::string& out, std::string_view text, bool is_last) {
  for (std::size_t zero; (zero = text.find('\0')) != text.npos; text.remove_prefix(zero + 1)) {
    out.append(text, 0, zero + 1).append(1, '\xff');
  }
  out.append(text);
  if (!is_last) out += '\0';
}

// 37 → bytes for 32-bit numbers: a check of the formula above at its ends.
static_assert((37 - std::countl_zero(0x8000U)) / 7 == 3);
static_assert((37 - std::countl_zero(0xffffffffU)) / 7 == 5);

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_GLASS_KEYS_H_
