#include "indexer/store/glass/term_dictionary.h"

#include <algorithm>

namespace postil::index::glass {
namespace {

// The first eight bytes as a number that sorts as they do; most keys differ within them.
std::uint64_t first_bytes(std::string_view key) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number = number << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  }
  return number;
}

}  // namespace

std::vector<std::uint32_t> TermDictionary::sorted() const {
  struct Place {
    std::uint64_t first;
    std::uint32_t number;
  };
  std::vector<Place> places;
  places.reserve(size());
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
  numbers.reserve(size());
  for (const Place& place : places) numbers.push_back(place.number);
  return numbers;
}

}  // namespace postil::index::glass
