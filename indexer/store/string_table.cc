#include "indexer/store/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace postil::index {
namespace {

constexpr std::size_t kSlots = 4096;

// One long book must not make clearing slow for all the short texts behind it.
constexpr std::size_t kKeptSlots = 64 * 1024;
constexpr std::size_t kKeptBytes = 1024 * 1024;

}  // namespace

StringTable::StringTable() : slots_(kSlots) {}

std::uint32_t StringTable::add(std::string_view text) {
  const std::uint64_t hash = XXH3_64bits(text.data(), text.size());
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Span& span = spans_[slots_[slot] - 1];
    if (span.hash == hash && (*this)[slots_[slot] - 1] == text) return slots_[slot] - 1;
  }
  const std::uint32_t number = size();
  slots_[slot] = number + 1;
  spans_.push_back(
      {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size()), hash});
  bytes_.append(text);
  if (spans_.size() * 2 > slots_.size()) grow();
  return number;
}

void StringTable::clear() {
  if (slots_.size() > kKeptSlots) std::vector<std::uint32_t>(kSlots).swap(slots_);
  if (bytes_.capacity() > kKeptBytes) std::string().swap(bytes_);
  std::fill(slots_.begin(), slots_.end(), 0);
  spans_.clear();
  bytes_.clear();
}

void StringTable::grow() {
  std::vector<std::uint32_t> slots(slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t slot = spans_[number].hash & mask;
    while (slots[slot] != 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  slots_.swap(slots);
}

}  // namespace postil::index
