// The positions of one term in one document as the bytes of a position table's tag: binary
// interpolative coding (Moffat and Stuiver 2000; Witten, Moffat and Bell, Managing Gigabytes,
// section 3.4) in the variant of glass, whose shorter codes are those in the middle.

#ifndef POSTIL_INDEXER_STORE_GLASS_POSITION_LIST_H_
#define POSTIL_INDEXER_STORE_GLASS_POSITION_LIST_H_

#include <cstdint>
#include <span>
#include <string>

namespace postil::index::glass {

// Appends the list, which is not empty and rises strictly, to `out`.
void put_positions(std::string& out, std::span<const std::uint32_t> positions);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_POSITION_LIST_H_
