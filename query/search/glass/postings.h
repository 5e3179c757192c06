// The postings of one term as glass stores them, in chunks (docs/glass.md), read forwards.

#ifndef POSTIL_QUERY_SEARCH_GLASS_POSTINGS_H_
#define POSTIL_QUERY_SEARCH_GLASS_POSTINGS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "query/search/glass/table.h"

namespace postil::query::glass {

// All throw as Cursor does. The cursor, of the table of postings, must outlive it; several share
// one.
class Postings {
 public:
  // Stands at the term's first document. The term "" is every document's, with its length as
  // frequency.
  Postings(Cursor& cursor, std::string_view term);

  bool at_end() const { return at_end_; }

  // Only where it is not at the end.
  std::uint32_t document() const { return document_; }
  std::uint32_t frequency() const { return frequency_; }
  void next();

  // The first from `document` on; it never goes back.
  void skip_to(std::uint32_t document);

  // How many documents have the term; not of "".
  std::uint32_t size() const { return size_; }

 private:
  void open(const std::string& key, bool is_first);
  bool open_ceiling(std::uint32_t document);
  std::string key_of(std::uint32_t document) const;
  bool is_chunk(std::string_view key) const;
  std::uint64_t take_wide();
  std::uint32_t take();

  Cursor* cursor_;
  std::string first_key_;
  std::string prefix_;  // of the keys of further chunks
  std::string chunk_;
  std::size_t at_ = 0;  // in the chunk: what was not taken yet
  bool is_last_chunk_ = true;
  bool at_end_ = false;
  std::uint32_t last_in_chunk_ = 0;
  std::uint32_t document_ = 0;
  std::uint32_t frequency_ = 0;
  std::uint32_t size_ = 0;
};

}  // namespace postil::query::glass

#endif  // POSTIL_QUERY_SEARCH_GLASS_POSTINGS_H_
