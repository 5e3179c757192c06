#include "query/search/glass/position_list.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <utility>

#include "core/schema/varint.h"

namespace postil::query::glass {
namespace {

// No text has so many words; a damaged number may say it has.
constexpr std::uint32_t kMost = 1U << 26;

// Takes bits from bytes, the lowest first. Behind the end there are zeros. What is read is as good
// as random, so that it decides no branch.
class BitReader {
 public:
  explicit BitReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {
    if (bytes.size() >= kBytes) return;
    std::copy(bytes.begin(), bytes.end(), few_.begin());
    at_ = few_.data();
    end_ = at_ + kBytes;
  }
  BitReader(const BitReader&) = delete;
  BitReader& operator=(const BitReader&) = delete;

  // At least 56 bits are held afterwards.
  void refill() {
    const char* from = std::min(at_, end_ - kBytes);
    const auto taken = static_cast<int>(at_ - from);  // bytes of these: 8 at the end
    held_ |= eight_bytes(from) >> (4 * taken) >> (4 * taken) << held_bits_;
    at_ += std::min<std::ptrdiff_t>((63 - held_bits_) / 8, end_ - at_);
    held_bits_ |= 56;
  }

  // One of the numbers below `count`, which is at least 1: see the writer's put(). Takes as many
  // bits as count - 1 has, at most; they must be held.
  std::uint32_t take(std::uint32_t count) {
    const int sure = 31 - std::countl_zero((count - 1) | 1);  // bits that are taken in any case
    const std::uint32_t half = std::uint32_t{1} << sure;
    const auto held = static_cast<std::uint32_t>(held_);
    const std::uint32_t low = held & (half - 1);
    const std::uint32_t is_long = low < count - half ? 1 : 0;
    const std::uint32_t high = held & (is_long << sure);
    const auto taken = static_cast<std::uint32_t>(sure) + is_long;
    held_ >>= taken;
    held_bits_ -= taken;
    return low | high;
  }

 private:
  static constexpr std::ptrdiff_t kBytes = 8;

  static std::uint64_t eight_bytes(const char* from) {
    std::uint64_t number = 0;
    if (std::endian::native == std::endian::little) {
      std::memcpy(&number, from, kBytes);
    } else {
      for (int i = 0; i < kBytes; ++i) {
        number |= static_cast<std::uint64_t>(static_cast<unsigned char>(from[i])) << (8 * i);
      }
    }
    return number;
  }

  const char* at_;
  const char* end_;
  std::array<char, kBytes> few_{};  // in place of the bytes, where they are fewer
  std::uint64_t held_ = 0;          // above the bits that are held: some of what follows, or zeros
  std::uint64_t held_bits_ = 0;     // below 64
};

// How many positions lie before the middle one of so many.
constexpr std::size_t before_middle(std::size_t inside) { return (inside - 1) / 2; }

// Three numbers below this have no more bits than can be held at once.
constexpr std::uint32_t kNarrow = 1U << 18;
constexpr std::size_t kHeldAtOnce = 3;

// Fills in so many positions that lie between two narrow ones. `IsHeld`: their bits are.
template <std::size_t Inside, bool IsHeld = false>
void fill_few(BitReader& bits, std::uint32_t low, std::uint32_t high, std::uint32_t* out) {
  if constexpr (Inside > 0) {
    constexpr std::size_t kBefore = before_middle(Inside);
    constexpr bool kRestIsHeld = IsHeld || Inside <= kHeldAtOnce;
    if constexpr (!IsHeld) bits.refill();
    const auto least = low + static_cast<std::uint32_t>(kBefore) + 1;
    const std::uint32_t middle = least + bits.take(high - low - static_cast<std::uint32_t>(Inside));
    out[kBefore] = middle;
    fill_few<kBefore, kRestIsHeld>(bits, low, middle, out);
    fill_few<Inside - 1 - kBefore, kRestIsHeld>(bits, middle, high, out + kBefore + 1);
  }
}

// By how many they are.
using FillFew = void (*)(BitReader&, std::uint32_t, std::uint32_t, std::uint32_t*);
template <std::size_t... Inside>
constexpr std::array<FillFew, sizeof...(Inside)> fill_few_of(std::index_sequence<Inside...>) {
  return {fill_few<Inside>...};
}
constexpr auto kFillFew = fill_few_of(std::make_index_sequence<8>());

// Fills in so many positions that lie between two, up to the first that is above `up_to` at least.
// Returns the end of what was filled in. Recursion is as deep as the logarithm of their number.
std::uint32_t* fill(BitReader& bits, std::size_t inside, std::uint32_t low, std::uint32_t high,
                    std::uint32_t* out, std::uint32_t up_to) {
  while (inside >= kFillFew.size() || high - low >= kNarrow) {
    if (inside == 0) return out;
    const std::size_t before = before_middle(inside);
    bits.refill();
    const std::uint32_t middle = low + static_cast<std::uint32_t>(before) + 1 +
                                 bits.take(high - low - static_cast<std::uint32_t>(inside));
    out[before] = middle;
    if (middle > up_to) {
      std::uint32_t* end = fill(bits, before, low, middle, out, up_to);
      return end + (end == out + before ? 1 : 0);
    }
    fill(bits, before, low, middle, out, UINT32_MAX);
    out += before + 1;
    inside -= before + 1;
    low = middle;
  }
  kFillFew[inside](bits, low, high, out);
  return out + inside;
}

}  // namespace

bool append_positions(std::string_view tag, std::vector<std::uint32_t>& positions,
                      std::uint32_t up_to) {
  std::uint64_t number = 0;
  if (!schema::take_number(tag, number) || number > UINT32_MAX) return false;
  const auto last = static_cast<std::uint32_t>(number);
  if (tag.empty()) {
    positions.push_back(last);
    return true;
  }
  if (last == 0) return false;
  BitReader bits(tag);
  bits.refill();
  const std::uint32_t first = bits.take(last);
  bits.refill();
  const std::uint32_t between = bits.take(last - first);
  if (between > kMost) return false;
  const std::size_t begin = positions.size();
  positions.resize(begin + between + 2);
  std::uint32_t* inside = positions.data() + begin + 1;
  inside[-1] = first;
  inside[between] = last;
  const std::uint32_t* end = fill(bits, between, first, last, inside, up_to);
  positions.resize(static_cast<std::size_t>(end - positions.data()) + (end == inside + between));
  return true;
}

}  // namespace postil::query::glass
