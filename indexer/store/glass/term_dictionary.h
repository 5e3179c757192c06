// Numbers the distinct keys of an inverter 0, 1, 2 … and sorts them. Between records, which name
// their terms, and runs, which are sorted by term.

#ifndef POSTIL_INDEXER_STORE_GLASS_TERM_DICTIONARY_H_
#define POSTIL_INDEXER_STORE_GLASS_TERM_DICTIONARY_H_

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/store/glass/run.h"

namespace postil::index::glass {

class TermDictionary {
 public:
  TermDictionary();

  // The number of a key: kind and name.
  std::uint32_t add(KeyKind kind, std::string_view name);

  // With its kind in front; valid until the next add().
  std::string_view key(std::uint32_t number) const {
    return {bytes_.data() + keys_[number].at, keys_[number].size};
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }
  std::size_t bytes() const;

  // All numbers, by rising key.
  std::vector<std::uint32_t> sorted() const;

  void clear();

 private:
  struct Key {
    std::size_t at = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
  };

  // An empty slot has number 0, one that holds key n has number n + 1.
  struct Slot {
    std::uint32_t number = 0;
    std::uint32_t hash = 0;
  };

  void grow();

  std::vector<char> bytes_;
  std::vector<Key> keys_;
  std::vector<Slot> slots_;  // a power of two of them
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_TERM_DICTIONARY_H_
