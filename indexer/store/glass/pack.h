// How glass spells numbers and strings inside keys and tags (docs/glass.md). Numbers of variable
// length are the same as in our own records, so those functions are used: put_number, put_string.

#ifndef POSTIL_INDEXER_STORE_GLASS_PACK_H_
#define POSTIL_INDEXER_STORE_GLASS_PACK_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/schema/varint.h"

namespace postil::index::glass {

using schema::put_number;
using schema::put_string;

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

// The last number of a key, which needs no end: lowest byte first, without zeros at the end.
inline void put_last_number(std::string& out, std::uint32_t number) {
  for (; number != 0; number >>= 8) out += static_cast<char>(number & 0xff);
}

// A string that sorts as before when more follows it in the key: a zero byte becomes two, and
// another follows the string.
inline void put_sorted_string(std::string& out, std::string_view text, bool is_last) {
  for (char c : text) {
    out += c;
    if (c == '\0') out += '\xff';
  }
  if (!is_last) out += '\0';
}

// 37 → bytes for 32-bit numbers: a check of the formula above at its ends.
static_assert((37 - std::countl_zero(0x8000U)) / 7 == 3);
static_assert((37 - std::countl_zero(0xffffffffU)) / 7 == 5);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_PACK_H_
