// How glass spells numbers and strings inside keys and tags (docs/glass.md). Most of it is shared
// with our own records and with those who read its tables.

#ifndef POSTIL_INDEXER_STORE_GLASS_PACK_H_
#define POSTIL_INDEXER_STORE_GLASS_PACK_H_

#include <cstdint>
#include <string>

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

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_PACK_H_
