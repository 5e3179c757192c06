// Reads one run from front to back (run.h).

#ifndef POSTIL_INDEXER_STORE_GLASS_RUN_READER_H_
#define POSTIL_INDEXER_STORE_GLASS_RUN_READER_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/glass/input_file.h"
#include "indexer/store/glass/run.h"

namespace postil::index::glass {

class RunMerger::Reader {
 public:
  explicit Reader(const RunPlace& place) : documents_(*place.documents), in_(place.path) {}

  // The next entry; all postings of the one before must have been read. False behind the last.
  bool next_key();
  std::string_view key() const { return key_; }

  // The next posting of the entry; false behind its last.
  bool next_posting();
  std::uint32_t document() const { return document_; }
  std::string_view payload() const { return payload_; }  // valid until the next call

  Status status() const { return in_.status(); }

 private:
  const std::vector<std::uint32_t>& documents_;
  InputFile in_;

  std::string key_;
  std::uint32_t left_ = 0;
  std::uint32_t ordinal_ = 0;
  std::uint32_t document_ = 0;
  std::string_view payload_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_RUN_READER_H_
