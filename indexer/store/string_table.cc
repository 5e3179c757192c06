#include "indexer/store/string_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>

namespace postil::index {
namespace {

constexpr std::size_t kSlots = 256;

// One long book must not make clearing slow for all the short texts behind it.
constexpr std::size_t kKeptSlots = 64 * 1024;
constexpr std::size_t kKeptBytes = 1024 * 1024;

}  // namespace

StringTable::StringTable() : slots_(kSlots) {}

std::uint32_t StringTable::add(std::string_view text) {
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(text.data(), text.size()));
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const std::uint32_t number = slots_[at].number - 1;
    if ((*this)[number] == text) return number;
  }
  const std::uint32_t number = size();
  slots_[at] = {number + 1, hash};
  spans_.push_back(
      {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size()), hash});
  bytes_.append(text);
  if (spans_.size() * 2 > slots_.size()) grow();
  return number;
}

void StringTable::clear() {
  if (slots_.size() > kKeptSlots) {
    std::vector<Slot>(kSlots).swap(slots_);
  } else {
    std::fill(slots_.begin(), slots_.end(), Slot());
  }
  if (bytes_.capacity() > kKeptBytes) std::string().swap(bytes_);
  spans_.clear();
  bytes_.clear();
}

void StringTable::grow() {
  std::vector<Slot> slots(slots_.size() * 2);
  const std::size_t mask = slots.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    std::size_t at = spans_[number].hash & mask;
    while (slots[at].number != 0) at = (at + 1) & mask;
    slots[at] = {number + 1, spans_[number].hash};
  }
  slots_.swap(slots);
}

}  // namespace postil::index
