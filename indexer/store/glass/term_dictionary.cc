#include "indexer/store/glass/term_dictionary.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace postil::index::glass {
namespace {

constexpr std::size_t kSlots = 64UL * 1024;

// The first eight bytes as a number that sorts as they do; most keys differ within them.
std::uint64_t first_bytes(std::string_view key) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number = number << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  }
  return number;
}

std::uint32_t hash_of(KeyKind kind, std::string_view name) {
  return static_cast<std::uint32_t>(
      XXH3_64bits_withSeed(name.data(), name.size(), static_cast<XXH64_hash_t>(kind)));
}

}  // namespace

TermDictionary::TermDictionary() : slots_(kSlots) {}

std::uint32_t TermDictionary::add(KeyKind kind, std::string_view name) {
  const std::uint32_t hash = hash_of(kind, name);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].number != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const std::string_view found = key(slots_[at].number - 1);
    if (found[0] == static_cast<char>(kind) && found.substr(1) == name) {
      return slots_[at].number - 1;
    }
  }
  const std::uint32_t number = size();
  keys_.push_back({bytes_.size(), static_cast<std::uint32_t>(name.size() + 1), hash});
  bytes_.push_back(static_cast<char>(kind));
  bytes_.insert(bytes_.end(), name.begin(), name.end());
  slots_[at] = {number + 1, hash};
  if (keys_.size() * 2 > slots_.size()) grow();
  return number;
}

std::size_t TermDictionary::bytes() const {
  return bytes_.capacity() + keys_.capacity() * sizeof(Key) + slots_.size() * sizeof(Slot);
}

std::vector<std::uint32_t> TermDictionary::sorted() const {
  struct Place {
    std::uint64_t first;
    std::uint32_t number;
  };
  std::vector<Place> places;
  places.reserve(keys_.size());
  // The kind is one byte of nine, and there are three kinds: it need not be among the eight.
  for (std::uint32_t i = 0; i < size(); ++i) {
    const std::uint64_t kind = static_cast<unsigned char>(key(i)[0]);
    places.push_back({kind << 62 | first_bytes(key(i).substr(1)) >> 2, i});
  }
  std::sort(places.begin(), places.end(), [this](const Place& a, const Place& b) {
    if (a.first != b.first) return a.first < b.first;
    return key(a.number) < key(b.number);
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(places.size());
  for (const Place& place : places) numbers.push_back(place.number);
  return numbers;
}

void TermDictionary::clear() {
  bytes_.clear();
  keys_.clear();
  std::vector<Slot>(kSlots).swap(slots_);
}

void TermDictionary::grow() {
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

}  // namespace postil::index::glass
