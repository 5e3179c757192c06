// The folder of a database on disk. DIR/XAPIANDB is a Xapian stub file that names the current
// generation, DIR/g<N>, which is an ordinary database; so every Xapian program opens DIR. A new
// generation is built in DIR/g<N>.new and becomes current when a new stub is renamed over the old:
// readers see the one or the other, whatever happens in between. Knows of what is inside no more
// than the names of files.

#ifndef POSTIL_INDEXER_STORE_DATABASE_FOLDER_H_
#define POSTIL_INDEXER_STORE_DATABASE_FOLDER_H_

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "indexer/store/lock_file.h"
#include "indexer/store/work_folder.h"

namespace postil::index {

class DatabaseFolder {
 public:
  // Looks without touching anything. A folder that does not exist, is empty or holds only what a
  // run left that was cut short is fine; what is not ours is an Error (kInput, kIncompatible).
  static Result<DatabaseFolder> look(std::string path);

  const std::string& path() const { return path_; }

  // True if there is a current generation; generation() is its folder.
  bool has_database() const { return current_ != 0; }
  std::string generation() const;

  // Whether a lock of ours lies here: a database that cannot be read was ours then.
  bool was_locked() const;

  // Makes the folder if it is not there (0700, its parents as usual), keeps other indexers out for
  // as long as this object lives, looks again, and removes what earlier runs left unfinished.
  Status lock();

  // An empty folder to build the next generation in. Only when locked.
  Result<WorkFolder> begin_generation();

  // Makes the database in `built`, a folder below the one that begin_generation() gave, the current
  // generation, safe on disk, and deletes the one before. On an Error the one before stands.
  Status publish(const std::string& built);

 private:
  explicit DatabaseFolder(std::string path) : path_(std::move(path)) {}

  Status read();
  Status check_entries() const;
  bool is_file_of_ours(const std::string& name) const;
  bool is_leftover(const std::string& name) const;
  void remove_leftovers() const;
  Status write_stub() const;
  std::string child(const std::string& name) const { return path_ + '/' + name; }
  Error failure(const std::string& what, const std::string& why) const;

  std::string path_;
  std::uint64_t current_ = 0;  // 0: none
  std::uint64_t next_ = 0;     // that is being built
  std::optional<LockFile> lock_;
};

// Whether the folder itself is a database of Xapian's glass backend, and nothing else: anybody's.
bool is_bare_database(const std::string& folder);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_DATABASE_FOLDER_H_
