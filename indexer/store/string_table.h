// Numbers distinct strings 0, 1, 2 … in the order of their first coming. Made to be filled again
// and again: clearing keeps the memory. Used by the term collector for words and terms.

#ifndef POSTIL_INDEXER_STORE_STRING_TABLE_H_
#define POSTIL_INDEXER_STORE_STRING_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace postil::index {

class StringTable {
 public:
  StringTable();

  // The number of `text`, which is new if it equals size() as it was before. All strings together
  // must be less than 4 GiB.
  std::uint32_t add(std::string_view text);

  // Valid until the next add().
  std::string_view operator[](std::uint32_t number) const {
    return {bytes_.data() + spans_[number].at, spans_[number].size};
  }

  // The low half of XXH3 with 64 bits.
  std::uint32_t hash(std::uint32_t number) const { return spans_[number].hash; }

  // Of all strings together.
  std::size_t bytes() const { return bytes_.size(); }

  std::uint32_t size() const { return static_cast<std::uint32_t>(spans_.size()); }
  void clear();

 private:
  struct Span {
    std::uint32_t at = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
  };
  // With the hash here, a string of another hash is passed over without a look at it.
  struct Slot {
    std::uint32_t number = 0;  // + 1; 0 is free
    std::uint32_t hash = 0;
  };

  void grow();

  std::string bytes_;
  std::vector<Span> spans_;
  std::vector<Slot> slots_;  // a power of two of them
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_STRING_TABLE_H_
