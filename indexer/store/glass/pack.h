// How glass spells numbers and strings inside keys and tags (docs/glass.md). Most of it is shared
// with our own records and with those who read its tables.

#ifndef POSTIL_INDEXER_STORE_GLASS_PACK_H_
#define POSTIL_INDEXER_STORE_GLASS_PACK_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/schema/glass_keys.h"
#include "core/schema/varint.h"

namespace postil::index::glass {

using schema::put_number;
using schema::put_sorted_number;
using schema::put_sorted_string;
using schema::put_string;

// The last number of a key, which needs no end: lowest byte first, without zeros at the end.
inline void put_last_number(std::string& out, std::uint32_t number) {
  for (; number != 0; number >>= 8) out += static_cast<char>(number & 0xff);
}

// How many bytes two strings begin with alike.
inline std::size_t common_prefix(std::string_view a, std::string_view b) {
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at < size && a[at] == b[at]) ++at;
  return at;
}

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_PACK_H_
