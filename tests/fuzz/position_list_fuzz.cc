// Any bytes as a list of positions: they rise strictly, those up to a bound are the first of them,
// and what the indexer writes of them is read as the same, unless they begin with 0, which no text
// of ours does: glass writes 0 and 1 as it writes 1. A list may tell of more positions than a text
// can have, which takes time alone: such are left out.
#include "query/search/glass/position_list.h"

#include <algorithm>

#include "core/schema/varint.h"
#include "indexer/store/glass/position_list.h"
#include "tests/fuzz/fuzzing.h"

namespace {

using Positions = std::vector<std::uint32_t>;
using postil::test::require;

constexpr std::uint64_t kLongText = 1U << 14;

void check_bound(std::string_view tag, const Positions& all, std::uint32_t bound) {
  Positions some;
  require(postil::query::glass::append_positions(tag, some, bound));
  const auto end = std::upper_bound(all.begin(), all.end(), bound);
  require(some.size() >= static_cast<std::size_t>(end - all.begin()));
  require(std::equal(all.begin(), end, some.begin()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view tag = postil::test::input(data, size);
  std::string_view rest = tag;
  std::uint64_t last = 0;
  if (postil::schema::take_number(rest, last) && last > kLongText) return 0;
  Positions positions;
  if (!postil::query::glass::append_positions(tag, positions)) return 0;
  require(!positions.empty());
  require(std::is_sorted(positions.begin(), positions.end(), std::less_equal<>()));
  check_bound(tag, positions, positions[positions.size() / 2]);
  check_bound(tag, positions, positions.back() / 2);
  if (positions.front() == 0) return 0;
  std::string written;
  postil::index::glass::put_positions(written, positions);
  Positions again;
  require(postil::query::glass::append_positions(written, again));
  require(again == positions);
  return 0;
}
