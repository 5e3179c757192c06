// Keeps a second indexer away from a database: an advisory lock on a file in its folder, which the
// system drops when the process ends, however it ends.

#ifndef POSTIL_INDEXER_STORE_LOCK_FILE_H_
#define POSTIL_INDEXER_STORE_LOCK_FILE_H_

#include <string>

#include "core/base/result.h"

namespace postil::index {

class LockFile {
 public:
  // Locks the file, which is made if it is not there. kBusy, with the other's process id, if
  // another process holds it. `database` is what the message calls the database.
  static Result<LockFile> acquire(const std::string& path, const std::string& database);

  // Whether the file is of a kind and content that acquire() leaves: nobody else's.
  static bool is_ours(const std::string& path);

  LockFile(LockFile&& other) noexcept;
  LockFile& operator=(LockFile&& other) noexcept;
  ~LockFile();

 private:
  explicit LockFile(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_LOCK_FILE_H_
