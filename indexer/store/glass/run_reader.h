// Reads one run from front to back (run.h).

#ifndef POSTIL_INDEXER_STORE_GLASS_RUN_READER_H_
#define POSTIL_INDEXER_STORE_GLASS_RUN_READER_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "indexer/store/glass/run.h"

namespace postil::index::glass {

class RunMerger::Reader {
 public:
  explicit Reader(const RunPlace& place) : place_(place) {}

  // The next entry; all postings of the one before must have been read. False behind the last.
  bool next_key();
  std::string_view key() const { return key_; }

  // The next posting of the entry; false behind its last.
  bool next_posting();
  std::uint32_t document() const { return document_; }
  std::string_view payload() const { return payload_; }  // valid until the next call

  Status status() const;

 private:
  bool fill(std::size_t wanted);
  std::uint64_t number();
  std::string_view bytes(std::size_t size);

  RunPlace place_;
  std::string buffer_;
  std::size_t at_ = 0;        // in buffer_
  std::uint64_t offset_ = 0;  // of the file, behind buffer_
  bool at_end_ = false;
  int error_ = 0;  // errno; -1: the file is not what was written

  std::string key_;
  std::uint32_t left_ = 0;
  std::uint32_t ordinal_ = 0;
  std::uint32_t document_ = 0;
  std::string_view payload_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_RUN_READER_H_
