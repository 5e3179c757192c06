#include "query/search/glass/position_list.h"

#include <bit>
#include <cstddef>
#include <cstring>

#include "core/schema/varint.h"

namespace postil::query::glass {
namespace {

// No text has so many words; a damaged number may say it has.
constexpr std::uint32_t kMost = 1U << 26;

// Takes bits from bytes, the lowest first. Behind the end there are zeros.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes)
      : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  // One of the numbers below `count`, which is at least 1: see the writer's put(). What is read is
  // as good as random, so that it decides no branch.
  std::uint32_t take(std::uint32_t count) {
    if (count == 1) return 0;
    if (held_bits_ < 32) refill();
    const int bits = 32 - std::countl_zero(count - 1);
    const auto spare = static_cast<std::uint32_t>((std::uint64_t{1} << bits) - count);
    const std::uint32_t middle = (count - spare) / 2;
    const auto low = static_cast<std::uint32_t>(held_ & ((std::uint64_t{1} << (bits - 1)) - 1));
    const std::uint32_t is_long = low < middle ? 1 : 0;
    const auto high = static_cast<std::uint32_t>(held_ >> (bits - 1)) & is_long;
    const int taken = bits - 1 + static_cast<int>(is_long);
    held_ >>= taken;
    held_bits_ -= taken;
    return low + high * (middle + spare);
  }

  // Fills in the positions between two that are known. Recursion is as deep as the logarithm of
  // their number. False if they are more than find room.
  bool fill(std::uint32_t* positions, std::size_t first, std::size_t last) {
    while (first + 1 < last) {
      const std::size_t middle = first + (last - first) / 2;
      const auto inside = static_cast<std::uint32_t>(last - first);
      const std::uint32_t span = positions[last] - positions[first];
      if (span < inside) return false;
      positions[middle] =
          positions[first] + static_cast<std::uint32_t>(middle - first) + take(span - inside + 1);
      if (middle - first > 1 && !fill(positions, first, middle)) return false;
      first = middle;
    }
    return true;
  }

 private:
  // At least 32 bits are held afterwards.
  void refill() {
    std::uint64_t more = 0;
    if (std::endian::native == std::endian::little && end_ - at_ >= 8) {
      std::memcpy(&more, at_, 8);
    } else {
      for (int i = 0; i < 8 && at_ + i < end_; ++i) {
        more |= static_cast<std::uint64_t>(static_cast<unsigned char>(at_[i])) << (8 * i);
      }
    }
    const int bytes = (63 - held_bits_) / 8;
    held_ |= more << held_bits_;
    held_bits_ += 8 * bytes;
    held_ &= (std::uint64_t{1} << held_bits_) - 1;
    at_ = end_ - at_ > bytes ? at_ + bytes : end_;
  }

  const char* at_;
  const char* end_;
  std::uint64_t held_ = 0;
  int held_bits_ = 0;  // below 64
};

}  // namespace

bool append_positions(std::string_view tag, std::vector<std::uint32_t>& positions) {
  std::uint64_t number = 0;
  if (!schema::take_number(tag, number) || number > UINT32_MAX) return false;
  const auto last = static_cast<std::uint32_t>(number);
  if (tag.empty()) {
    positions.push_back(last);
    return true;
  }
  if (last == 0) return false;
  BitReader bits(tag);
  const std::uint32_t first = bits.take(last);
  const std::uint32_t between = bits.take(last - first);
  if (between > kMost) return false;
  const std::size_t begin = positions.size();
  positions.resize(begin + between + 2);
  positions[begin] = first;
  positions.back() = last;
  return bits.fill(positions.data() + begin, 0, std::size_t{between} + 1);
}

}  // namespace postil::query::glass
