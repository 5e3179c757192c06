// What lies in a ZIP, TAR or compressed file, entry by entry, by libarchive. Under the reader of
// archives and those of books and office documents, which are ZIP files themselves.

#ifndef POSTIL_INDEXER_READERS_ARCHIVES_ARCHIVE_ENTRIES_H_
#define POSTIL_INDEXER_READERS_ARCHIVES_ARCHIVE_ENTRIES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/source.h"

namespace postil::index {

enum class ArchiveKind : char {
  kAny,  // ZIP, TAR, also compressed; or one file that is compressed
  kZip,
};

class ArchiveEntries {
 public:
  // The source must outlive this.
  ArchiveEntries(Source& source, ArchiveKind kind);
  ~ArchiveEntries();

  // The next entry; false at the end. An Error ends the archive.
  Result<bool> next();

  // Whether what is packed has no bytes at all; once next() has said that there is no entry.
  bool is_of_nothing() const;

  // Of the entry.
  std::string name() const;  // any bytes; "" for the only file of a compressed one
  bool is_file() const;      // not a folder, link or device
  bool is_link() const;
  bool is_encrypted() const;

  // The next bytes of the entry, 0 at its end.
  Result<std::size_t> read(char* buffer, std::size_t size);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The parts of a document that is a ZIP file, by their names, for which `is_wanted`. Tells by a
// finding why there are none: "damaged", "encrypted", "too-large" (more than 96 MB of parts),
// "expands-too-much"; then false.
bool read_parts(Source& source, RawArticleSink& sink,
                const std::function<bool(const std::string& name)>& is_wanted,
                std::map<std::string, std::string>& parts);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ARCHIVES_ARCHIVE_ENTRIES_H_
