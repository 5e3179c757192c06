// Sorted runs: what an inverter holds when its memory is full, put in the order of keys and written
// to a temporary file; and their merge. Nothing of the format of glass is here but the order of
// keys.
//
// A run is a row of entries. An entry is a key, how many postings follow, and the postings by
// rising ordinal, each with a payload whose meaning depends on the key's kind.
//
//     inverters (one a thread) ─→ runs ─merge→ postlist and position tables

#ifndef POSTIL_INDEXER_STORE_GLASS_RUN_H_
#define POSTIL_INDEXER_STORE_GLASS_RUN_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/glass/output_file.h"

namespace postil::index::glass {

// First byte of a key: in the order in which the postlist table has them.
enum class KeyKind : char {
  kMetadata = 0,  // then the metadata's key; payload: its value; ordinal without meaning
  kValue = 1,     // then put_number(slot); payload: the value
  kTerm = 2,      // then the term, "" for the length of documents; payload: put_number(wdf), or
};                // in a run of positions the tag (position_list.h)

// Writes a run. Keys rise strictly, within a key ordinals.
class RunWriter {
 public:
  explicit RunWriter(std::string path) : file_(std::move(path)) {}

  void begin_key(std::string_view key, std::uint32_t postings);
  void add(std::uint32_t ordinal, std::string_view payload);

  const std::string& path() const { return file_.path(); }
  Status finish() { return file_.finish(); }

 private:
  OutputFile file_;
  std::uint32_t last_ordinal_ = 0;
};

// In the place of a document's number: it was replaced, and its postings are passed over.
inline constexpr std::uint32_t kNoDocument = 0;

// Where a run lies and whose ordinals are in it.
struct RunPlace {
  std::string path;
  const std::vector<std::uint32_t>* documents;  // by ordinal: the document's number, or kNoDocument
};

// Hands out the entries of several runs as if they were one, with documents' numbers in the place
// of ordinals. Opens no file for longer than it takes to fill a buffer: any number of runs.
class RunMerger {
 public:
  explicit RunMerger(const std::vector<RunPlace>& runs);
  ~RunMerger();
  RunMerger(const RunMerger&) = delete;
  RunMerger& operator=(const RunMerger&) = delete;

  // The next key, which may have no postings; false behind the last. A run that fails is at its
  // end: only status() tells.
  bool next_key();
  std::string_view key() const { return key_; }  // with its kind

  // The next posting of the key, by rising document; false behind the last. What is not asked for
  // is passed over by next_key().
  bool next_posting();
  std::uint32_t document() const { return document_; }
  std::string_view payload() const { return payload_; }  // valid until the next call

  Status status() const;

 private:
  class Reader;
  void put_back(Reader* reader);
  void choose();

  std::vector<std::unique_ptr<Reader>> readers_;
  std::vector<Reader*> heap_;                 // readers that have entries, the lowest key first
  std::vector<Reader*> current_;              // that are at key_ and have postings left
  std::vector<Reader*> passed_;               // that have no posting of key_ after all
  Reader* taken_ = nullptr;                   // whose posting was handed out
  std::uint32_t next_document_ = UINT32_MAX;  // of any other reader
  std::string key_;
  std::uint32_t document_ = 0;
  std::string_view payload_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_RUN_H_
