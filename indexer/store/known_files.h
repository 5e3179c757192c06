// The files that the database knows, as a run needs them to decide what is to be done: which
// changed, which are new, which are gone. Some 64 bytes for each file.

#ifndef POSTIL_INDEXER_STORE_KNOWN_FILES_H_
#define POSTIL_INDEXER_STORE_KNOWN_FILES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "indexer/store/file_state.h"

namespace postil::index {

// What can be compared without opening a file.
struct KnownFile {
  Digest key;  // file_digest()
  Digest content;
  std::uint64_t size = 0;
  std::int64_t modified_ns = FileState::kUntrusted;
  std::uint64_t row = 0;
  std::uint8_t has_findings = 0;  // no bool: on a disk any bits may lie
  std::uint8_t has_articles = 0;
  std::array<std::uint8_t, 6> unused = {};
};
// It goes to the disk as it is (known_files_file.h): not one byte of it may be left to chance.
static_assert(std::has_unique_object_representations_v<KnownFile>);

KnownFile known_file(std::string_view key, const FileState& state);

// Files by rising key, wherever they lie.
struct FileList {
  std::shared_ptr<const void> keeper;
  std::span<const KnownFile> files;
};

// Filled once, in the order of keys, then asked by one thread.
class KnownFiles {
 public:
  // `scopes`: the absolute paths that this run brings in step.
  explicit KnownFiles(std::vector<std::string> scopes = {}) : scopes_(std::move(scopes)) {}
  KnownFiles(KnownFiles&&) = default;
  KnownFiles& operator=(KnownFiles&&) = default;

  // Keys must come in ascending order.
  void add(std::string_view key, const FileState& state);

  // All at once, in place of add(), and all in scope. Of those that have findings these are asked
  // for.
  using FindingsOf = std::function<std::vector<Finding>(const KnownFile& file)>;
  void add_all(FileList list, const FindingsOf& findings_of);

  // Null if no file has this key.
  const KnownFile* find(const Digest& key) const;

  // To be called for each file that a run meets again; whether it was met before.
  bool meet(const KnownFile& file);

  // The findings that were made when this file was indexed.
  const std::vector<Finding>& findings(const KnownFile& file) const;

  // Keys of the files in scope that were not met, ascending.
  std::vector<std::string> missing() const;

  std::size_t size() const { return files_.size(); }
  std::span<const KnownFile> all() const { return files_; }

  // Why they could not be read in one piece though they lay there; told to the user.
  void set_damage(Error damage) { damage_ = std::move(damage); }
  const std::optional<Error>& damage() const { return damage_; }

 private:
  bool is_in_scope(std::string_view path) const;
  std::size_t place_of(const KnownFile& file) const {
    return static_cast<std::size_t>(&file - files_.data());
  }

  std::vector<std::string> scopes_;
  std::vector<KnownFile> added_;        // one by one
  std::shared_ptr<const void> keeper_;  // of those that came all at once
  std::span<const KnownFile> files_;    // these or those
  std::vector<bool> awaited_;           // in scope and not met, by place in files_
  std::vector<bool> met_;
  std::unordered_map<std::size_t, std::vector<Finding>> findings_;  // by place in files_
  std::optional<Error> damage_;
};

// True if `path` is `folder` or stands below it.
bool is_below(std::string_view path, std::string_view folder);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_KNOWN_FILES_H_
