// What one thread has of its documents beside their postings, in a temporary file until the tables
// are written: only when all records are known is it known what they say of each other, and under
// which number each will stand.
//
//     records ─→ spools (one a thread) ─settlement→ tables of data and of lists of terms

#ifndef POSTIL_INDEXER_STORE_GLASS_DOCUMENT_SPOOL_H_
#define POSTIL_INDEXER_STORE_GLASS_DOCUMENT_SPOOL_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/glass/document_notes.h"
#include "indexer/store/glass/output_file.h"

struct libdeflate_compressor;

namespace postil::index::glass {

// A tag as a table takes it.
struct Tag {
  std::string bytes;
  bool is_compressed = false;
};

class DocumentSpool {
 public:
  // Makes the files `path` and `path`.notes.
  explicit DocumentSpool(const std::string& path);
  ~DocumentSpool();
  DocumentSpool(const DocumentSpool&) = delete;
  DocumentSpool& operator=(const DocumentSpool&) = delete;

  // Takes the next document; its ordinal is how many were taken before. One thread.
  void add(const AnalysedRecord& record, std::string_view file);

  Status status() const;

  // Nothing is added any more, and all can be read, by any number of threads.
  Status finish();

  const std::string& notes_path() const { return notes_.path(); }  // for a NotesReader
  Result<Tag> data(std::uint32_t ordinal) const;
  Result<Tag> terms(std::uint32_t ordinal) const;
  Result<std::string> stored(std::uint32_t ordinal) const;  // the data, not compressed
  Result<Pairs> pairs(std::uint32_t ordinal) const;

 private:
  struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const;
  };

  // Where a document lies: data, terms and pairs, one behind the other.
  struct Place {
    std::uint64_t at = 0;
    std::uint32_t data = 0;  // sizes in bytes
    std::uint32_t terms = 0;
    std::uint32_t pairs = 0;
    std::uint32_t stored = 0;  // of the data before it was compressed
    bool is_data_compressed = false;
    bool are_terms_compressed = false;
  };

  // Appends what a table is to hold, compressed if that makes it smaller; whether it was.
  bool put_tag(std::string_view tag, std::uint32_t& size);
  void make_term_list(const AnalysedRecord& record);
  Status read(std::uint64_t at, std::size_t size, void* to) const;

  OutputFile file_;
  NotesWriter notes_;
  int descriptor_ = -1;  // to read by
  std::vector<Place> places_;
  std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor_;
  std::string scratch_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_DOCUMENT_SPOOL_H_
