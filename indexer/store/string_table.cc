#include "indexer/store/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace postil::index {
namespace {

constexpr std::size_t kSlots = 256;

// Clearing keeps the room of which the last use took an eighth: what is filled again does not grow
// again, and one long book makes clearing slow for no more than one of the short texts behind it.
constexpr std::size_t kMostUnused = 8;

template <class Number>
Number load(const char* bytes) {
  Number number;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

}  // namespace

StringTable::StringTable() : slots_(kSlots) {}

std::uint32_t StringTable::hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
}

// Of a string shorter than its two parts these overlap: with the size, they still tell all bytes.
StringTable::Head StringTable::head_of(std::string_view text) {
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  if (size >= 16) return {load<std::uint64_t>(bytes), load<std::uint64_t>(bytes + 8)};
  if (size >= 8) return {load<std::uint64_t>(bytes), load<std::uint64_t>(bytes + size - 8)};
  if (size >= 4) return {load<std::uint32_t>(bytes), load<std::uint32_t>(bytes + size - 4)};
  if (size == 0) return {};
  const std::uint64_t middle = load<std::uint8_t>(bytes + size / 2);
  return {load<std::uint8_t>(bytes) | middle << 8, load<std::uint8_t>(bytes + size - 1)};
}

bool StringTable::holds(const Slot& slot, std::uint32_t hash, const Head& head,
                        std::string_view text) const {
  if (slot.hash != hash || slot.size != text.size() || slot.head != head) return false;
  return text.size() <= sizeof head || (*this)[slot.number - 1] == text;
}

std::uint32_t StringTable::add(std::string_view text, std::uint32_t hash) {
  const Head head = head_of(text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (holds(slots_[at], hash, head, text)) return slots_[at].number - 1;
  }
  const std::uint32_t number = size();
  const auto text_size = static_cast<std::uint32_t>(text.size());
  slots_[at] = {number + 1, hash, text_size, head};
  spans_.push_back({static_cast<std::uint32_t>(bytes_.size()), text_size, hash});
  bytes_.append(text);
  if (spans_.size() * 2 > slots_.size()) grow();
  return number;
}

void StringTable::clear() {
  if (slots_.size() > kSlots && spans_.size() * kMostUnused < slots_.size()) {
    std::vector<Slot>(kSlots).swap(slots_);
    std::string().swap(bytes_);
  } else {
    std::fill(slots_.begin(), slots_.end(), Slot());
  }
  spans_.clear();
  bytes_.clear();
}

void StringTable::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.number == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = slot;
  }
  slots_.swap(slots);
}

}  // namespace postil::index
