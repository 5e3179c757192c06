// Reads what the indexer itself needs from a database: its stamp, its roots and what it remembers
// of each file. Used before anything is written, and by --dry-run, which writes nothing.

#ifndef POSTIL_INDEXER_STORE_INDEX_READER_H_
#define POSTIL_INDEXER_STORE_INDEX_READER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/schema/roots.h"
#include "indexer/store/file_state.h"
#include "indexer/store/known_files.h"

namespace postil::index {

struct Totals {
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
};

// Not thread-safe.
class IndexReader {
 public:
  // `generation` is the folder of an ordinary database; `name` is what messages call it.
  static Result<IndexReader> open(const std::string& generation, const std::string& name);

  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;
  ~IndexReader();

  // Refuses a database that this build must not write to (core/schema/stamp.h).
  Status check() const;

  // Refuses a database that is none of Postil's of any version, and must not be replaced.
  Status check_ours() const;

  Result<std::vector<schema::Root>> roots() const;

  // All files; those at or below one of `scopes` are marked.
  Result<KnownFiles> files(const std::vector<std::string>& scopes) const;

  // One file's state, as it is now even if the database was written to since.
  Result<FileState> file(const std::string& key) const;

  Result<Totals> totals() const;

 private:
  struct Impl;
  explicit IndexReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_INDEX_READER_H_
