// A folder to build a generation in, gone when this is, with all that is still in it: a build that
// fails, on a full disk above all, leaves nothing behind.

#ifndef POSTIL_INDEXER_STORE_WORK_FOLDER_H_
#define POSTIL_INDEXER_STORE_WORK_FOLDER_H_

#include <string>
#include <utility>

namespace postil::index {

class WorkFolder {
 public:
  // The folder is there.
  explicit WorkFolder(std::string path) : path_(std::move(path)) {}
  ~WorkFolder();
  WorkFolder(WorkFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  WorkFolder& operator=(WorkFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_WORK_FOLDER_H_
