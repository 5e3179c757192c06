// Numbers the distinct keys of an inverter 0, 1, 2 … and sorts them. Between records, which name
// their terms, and runs, which are sorted by term.

#ifndef POSTIL_INDEXER_STORE_GLASS_TERM_DICTIONARY_H_
#define POSTIL_INDEXER_STORE_GLASS_TERM_DICTIONARY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/glass/run.h"
#include "indexer/store/string_table.h"

namespace postil::index::glass {

class TermDictionary {
 public:
  // The number of a key: kind and name. `hash`: StringTable::hash_of() the name.
  std::uint32_t add(KeyKind kind, std::string_view name, std::uint32_t hash) {
    key_.assign(1, static_cast<char>(kind)).append(name);
    return keys_.add(key_, of_kind(kind, hash));
  }
  std::uint32_t add(KeyKind kind, std::string_view name) {
    return add(kind, name, StringTable::hash_of(name));
  }

  // A key with this hash will soon be added.
  void prefetch(KeyKind kind, std::uint32_t hash) const { keys_.prefetch(of_kind(kind, hash)); }

  // With its kind in front; valid until the next add().
  std::string_view key(std::uint32_t number) const { return keys_[number]; }

  std::uint32_t size() const { return keys_.size(); }
  std::size_t bytes() const { return keys_.bytes(); }  // of all keys
  std::size_t memory() const { return keys_.memory(); }

  // All numbers, by rising key.
  std::vector<std::uint32_t> sorted() const;

  void clear() { keys_.clear(); }

 private:
  static std::uint32_t of_kind(KeyKind kind, std::uint32_t hash) {
    return hash + 0x9e3779b9U * static_cast<std::uint32_t>(kind);
  }

  StringTable keys_;
  std::string key_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_TERM_DICTIONARY_H_
