// The postings of one term as glass stores them, in chunks (docs/glass.md), read forwards.

#ifndef POSTIL_QUERY_SEARCH_GLASS_POSTINGS_H_
#define POSTIL_QUERY_SEARCH_GLASS_POSTINGS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "query/search/glass/table.h"

namespace postil::query::glass {

// All throw as Cursor does. The blocks, of the table of postings, must outlive it.
class Postings {
 public:
  // Stands at the term's first document. The term "" is every document's, with its length as
  // frequency.
  Postings(Blocks& blocks, std::string_view term);
  Postings(const Postings&) = delete;
  Postings& operator=(const Postings&) = delete;
  Postings(Postings&&) = default;
  Postings& operator=(Postings&&) = default;

  bool at_end() const { return at_end_; }

  // Only where it is not at the end.
  std::uint32_t document() const { return document_; }
  std::uint32_t frequency() const { return frequency_; }
  void next() {
    const std::uint32_t before = document_;
    if (at_ == end_) return next_chunk();
    document_ += take() + 1;
    frequency_ = take();
    if (document_ <= before) throw_damaged();
  }

  // The first from `document` on; it never goes back.
  void skip_to(std::uint32_t document) {
    if (document > last_in_chunk_) skip_chunks(document);
    while (document_ < document && !at_end_) next();
  }

  // How many documents have the term; not of "".
  std::uint32_t size() const { return size_; }

 private:
  void open(const std::string& key, bool is_first);
  bool open_ceiling(std::uint32_t document);
  std::string key_of(std::uint32_t document) const;
  bool is_chunk(std::string_view key) const;
  void next_chunk();
  void skip_chunks(std::uint32_t document);
  [[noreturn]] static void throw_damaged();

  // Most numbers have one byte, of the others most have two.
  std::uint32_t take() {
    if (end_ - at_ < 2) return take_long();
    const std::uint32_t low = at_[0];
    if (low < 0x80) return ++at_, low;
    const std::uint32_t high = at_[1];
    if (high >= 0x80) return take_long();
    at_ += 2;
    return (low & 0x7f) | high << 7;
  }
  std::uint32_t take_long();
  std::uint64_t take_wide();

  Cursor cursor_;
  std::string first_key_;
  std::string prefix_;                 // of the keys of further chunks
  const unsigned char* at_ = nullptr;  // in the tag that the cursor gave out: what was not taken
  const unsigned char* end_ = nullptr;
  bool is_last_chunk_ = true;
  bool at_end_ = false;
  std::uint32_t last_in_chunk_ = 0;
  std::uint32_t document_ = 0;
  std::uint32_t frequency_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace postil::query::glass

#endif  // POSTIL_QUERY_SEARCH_GLASS_POSTINGS_H_
