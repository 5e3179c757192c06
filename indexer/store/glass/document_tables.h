// The two tables that are ordered by document and so need no inverting: what is stored of each, and
// its list of terms, without which a database cannot be updated. Workers prepare the tags of a
// batch, and compress them; they are added in the order of the walk.

#ifndef POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_
#define POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/glass/table_writer.h"

struct libdeflate_compressor;

namespace postil::index::glass {

// The finished tags of some documents, in their order.
class DocumentTags {
 public:
  std::size_t documents() const { return tags_.size(); }
  std::size_t bytes() const { return bytes_.capacity() + tags_.capacity() * sizeof(Tags); }

 private:
  friend class TagMaker;
  friend class DocumentTables;

  struct Tag {
    std::uint32_t size = 0;
    bool is_compressed = false;
  };
  struct Tags {
    Tag data;
    Tag terms;
    Tag slots;
  };

  std::string bytes_;  // all tags, one behind the other
  std::vector<Tags> tags_;
};

// Not thread-safe: one for each thread.
class TagMaker {
 public:
  TagMaker();

  void add(const AnalysedRecord& record, DocumentTags& to);

 private:
  struct Free {
    void operator()(libdeflate_compressor* compressor) const;
  };

  DocumentTags::Tag put(std::string_view tag, DocumentTags& to);
  void make_term_list(const AnalysedRecord& record);

  std::unique_ptr<libdeflate_compressor, Free> compressor_;
  std::string tag_;
};

// Not thread-safe.
class DocumentTables {
 public:
  explicit DocumentTables(const std::string& folder);

  // Numbers the documents on, from 1.
  void add(const DocumentTags& tags);

  std::uint32_t documents() const { return documents_; }
  Status status() const;

  // The roots of the tables.
  Result<std::string> finish_data() { return data_.finish(); }
  Result<std::string> finish_terms() { return terms_.finish(); }

 private:
  TableWriter data_;
  TableWriter terms_;
  std::uint32_t documents_ = 0;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_
