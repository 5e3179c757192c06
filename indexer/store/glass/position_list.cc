#include "indexer/store/glass/position_list.h"

#include <bit>
#include <cstddef>

#include "indexer/store/glass/pack.h"

namespace postil::index::glass {
namespace {

// Appends bits to a string, the lowest first.
class BitWriter {
 public:
  explicit BitWriter(std::string& out) : out_(out) {}

  // One of the numbers below `count` (2^32 is written 0), which both sides know.
  void put(std::uint32_t number, std::uint32_t count) {
    const int full = 32 - std::countl_zero(count - 1);
    int bits = count == 1 ? 0 : full;
    const std::uint32_t spare = (bits == 32 ? 0 : std::uint32_t{1} << bits) - count;
    if (spare != 0) {
      // 2^bits codes are more than are needed: that many in the middle do with one bit less.
      const std::uint32_t middle = (count - spare) / 2;
      if (number >= middle + spare) {
        number = (number - (middle + spare)) | (std::uint32_t{1} << (bits - 1));
      } else if (number >= middle) {
        --bits;
      }
    }
    held_ |= static_cast<std::uint64_t>(number) << held_bits_;
    held_bits_ += bits;
    for (; held_bits_ >= 8; held_bits_ -= 8, held_ >>= 8) out_ += static_cast<char>(held_ & 0xff);
  }

  // The positions between two that were written, halving: recursion is as deep as the logarithm of
  // their number.
  void put_between(std::span<const std::uint32_t> positions, std::size_t first, std::size_t last) {
    while (first + 1 < last) {
      const std::size_t middle = first + (last - first) / 2;
      const auto inside = static_cast<std::uint32_t>(last - first);
      const auto before = static_cast<std::uint32_t>(middle - first);
      put(positions[middle] - positions[first] - before,
          positions[last] - positions[first] - inside + 1);
      put_between(positions, first, middle);
      first = middle;
    }
  }

  void finish() {
    if (held_bits_ > 0) out_ += static_cast<char>(held_ & 0xff);
  }

 private:
  std::string& out_;
  std::uint64_t held_ = 0;
  int held_bits_ = 0;
};

}  // namespace

void put_positions(std::string& out, std::span<const std::uint32_t> positions) {
  const std::uint32_t last = positions.back();
  put_number(out, last);
  if (positions.size() == 1) return;
  BitWriter bits(out);
  bits.put(positions.front(), last);
  bits.put(static_cast<std::uint32_t>(positions.size() - 2), last - positions.front());
  bits.put_between(positions, 0, positions.size() - 1);
  bits.finish();
}

}  // namespace postil::index::glass
