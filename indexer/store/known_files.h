// The files that the database knows, as a run needs them to decide what is to be done: which
// changed, which are new, which are gone. Some 80 bytes for each file.

#ifndef POSTIL_INDEXER_STORE_KNOWN_FILES_H_
#define POSTIL_INDEXER_STORE_KNOWN_FILES_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/store/file_state.h"

namespace postil::index {

// What can be compared without opening a file.
struct KnownFile {
  Digest key;  // file_digest()
  Digest content;
  std::uint64_t size = 0;
  std::int64_t modified_ns = FileState::kUntrusted;
  std::uint64_t row = 0;
  bool in_scope = false;  // below one of the PATHs of this run
  bool seen = false;      // met again in this run
  bool has_findings = false;
  bool has_articles = false;
};

// Out of scope and not seen.
KnownFile known_file(std::string_view key, const FileState& state);

// Filled once, in the order of keys, then asked by one thread.
class KnownFiles {
 public:
  // `scopes`: the absolute paths that this run brings in step.
  explicit KnownFiles(std::vector<std::string> scopes = {}) : scopes_(std::move(scopes)) {}

  // Keys must come in ascending order.
  void add(std::string_view key, const FileState& state);

  // The same for all at once, which are in scope as they say. Of those that have findings these are
  // asked for.
  using FindingsOf = std::function<std::vector<Finding>(const KnownFile& file)>;
  void add_all(std::vector<KnownFile> files, const FindingsOf& findings_of);

  // Null if no file has this key.
  KnownFile* find(const Digest& key);

  // The findings that were made when this file was indexed.
  const std::vector<Finding>& findings(const KnownFile& file) const;

  // Keys of the files in scope that were not seen, ascending.
  std::vector<std::string> missing() const;

  std::size_t size() const { return files_.size(); }
  const std::vector<KnownFile>& all() const { return files_; }

 private:
  bool is_in_scope(std::string_view path) const;

  std::vector<std::string> scopes_;
  std::vector<KnownFile> files_;
  std::unordered_map<std::size_t, std::vector<Finding>> findings_;  // by place in files_
};

// True if `path` is `folder` or stands below it.
bool is_below(std::string_view path, std::string_view folder);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_KNOWN_FILES_H_
