// Numbers distinct strings in the order in which they are added. Between words and their terms, and
// between terms and their postings, it is asked once for each occurrence: a table whose slots hold
// short strings whole answers by one look at memory.

#ifndef POSTIL_INDEXER_STORE_STRING_TABLE_H_
#define POSTIL_INDEXER_STORE_STRING_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/store/prefetch.h"

namespace postil::index {

class StringTable {
 public:
  StringTable();

  // The low half of XXH3 with 64 bits.
  static std::uint32_t hash_of(std::string_view text);

  // The number of `text`, which is new if it equals size() as it was before. All strings together
  // must be less than 4 GiB.
  std::uint32_t add(std::string_view text) { return add(text, hash_of(text)); }

  // The same if the hash, any function of the text, is known; one table takes one function.
  std::uint32_t add(std::string_view text, std::uint32_t hash);

  // A string of this hash will soon be added.
  void prefetch(std::uint32_t hash) const {
    index::prefetch(slots_.data() + (hash & (slots_.size() - 1)));
  }

  // The string of this number will soon be asked for.
  void prefetch_string(std::uint32_t number) const { index::prefetch(spans_.data() + number); }

  // Valid until the next add().
  std::string_view operator[](std::uint32_t number) const {
    return {bytes_.data() + spans_[number].at, spans_[number].size};
  }

  std::uint32_t hash(std::uint32_t number) const { return spans_[number].hash; }

  // Of all strings together.
  std::size_t bytes() const { return bytes_.size(); }

  // About how much memory it takes.
  std::size_t memory() const {
    return bytes_.capacity() + spans_.capacity() * sizeof(Span) + slots_.size() * sizeof(Slot);
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(spans_.size()); }
  void clear();

 private:
  struct Span {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
  };

  // What tells a string of up to 16 bytes from all others of its size: such a string is known
  // without a look at its bytes.
  struct Head {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool operator==(const Head&) const = default;
  };
  struct Slot {
    std::uint32_t number = 0;  // + 1; 0 is free
    std::uint32_t hash = 0;
    std::uint32_t size = 0;
    Head head;
  };

  static Head head_of(std::string_view text);
  bool holds(const Slot& slot, std::uint32_t hash, const Head& head, std::string_view text) const;
  void grow();

  std::string bytes_;
  std::vector<Span> spans_;
  std::vector<Slot> slots_;  // a power of two of them
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_STRING_TABLE_H_
