// The bytes of a position table's tag as positions: the inverse of the indexer's
// store/glass/position_list.h, for the lists that Xapian writes as well (docs/glass.md).

#ifndef POSTIL_QUERY_SEARCH_GLASS_POSITION_LIST_H_
#define POSTIL_QUERY_SEARCH_GLASS_POSITION_LIST_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace postil::query::glass {

// Appends the positions, rising strictly; of those above `up_to` perhaps only some, the first ones,
// to save time. False if the tag is damaged; then what is appended means nothing.
bool append_positions(std::string_view tag, std::vector<std::uint32_t>& positions,
                      std::uint32_t up_to = UINT32_MAX);

}  // namespace postil::query::glass

#endif  // POSTIL_QUERY_SEARCH_GLASS_POSITION_LIST_H_
