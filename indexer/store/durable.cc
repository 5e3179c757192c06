#include "indexer/store/durable.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "core/base/write_all.h"

namespace postil::index {
namespace {

Error failure(const std::string& path, int error) {
  return {ErrorKind::kDatabase,
          fmt::format("cannot write {}: {}", path, std::generic_category().message(error)),
          "check the space on the disk and run again: the last good index still stands"};
}

// Closes itself, whatever the system says to that.
class Handle {
 public:
  Handle(const std::string& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~Handle() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  int get() const { return descriptor_; }
  bool sync() const { return descriptor_ >= 0 && ::fsync(descriptor_) == 0; }
  bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

 private:
  int descriptor_;
};

// Goes, unless it has taken another's place: a disk that is full must not stay so by it.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& path)
      : path_(path), handle_(path, O_WRONLY | O_CREAT | O_TRUNC) {}
  ~TemporaryFile() {
    if (is_made_ && !is_renamed_) ::unlink(path_.c_str());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  Handle& handle() { return handle_; }
  bool rename_to(const std::string& path) {
    is_renamed_ = std::rename(path_.c_str(), path.c_str()) == 0;
    return is_renamed_;
  }

 private:
  const std::string& path_;
  Handle handle_;
  const bool is_made_ = handle_.get() >= 0;
  bool is_renamed_ = false;
};

// Writes large pieces as they are and gathers small ones.
class PieceWriter {
 public:
  explicit PieceWriter(int descriptor) : descriptor_(descriptor) {}

  void put(std::string_view piece) {
    if (small_.size() + piece.size() <= kSmall) {
      small_ += piece;
      return;
    }
    flush();
    if (piece.size() <= kSmall) {
      small_ += piece;
    } else if (error_ == 0) {
      error_ = write_all(descriptor_, piece);
    }
  }

  // 0, or the errno of what could not be written.
  int finish() {
    flush();
    return error_;
  }

 private:
  static constexpr std::size_t kSmall = 16384;

  void flush() {
    if (error_ == 0) error_ = write_all(descriptor_, small_);
    small_.clear();
  }

  int descriptor_;
  int error_ = 0;
  std::string small_;
};

}  // namespace

Status make_durable(const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::string path = entry->path().string();
    if (!Handle(path, O_RDONLY).sync()) return failure(path, errno);
  }
  if (error) return failure(folder, error.value());
  return sync_folder(folder);
}

Status sync_folder(const std::string& folder) {
  if (!Handle(folder, O_RDONLY | O_DIRECTORY).sync()) return failure(folder, errno);
  return ok();
}

Status replace_file(const std::string& path, const std::string& temporary, const Content& content,
                    AfterPowerCut left) {
  TemporaryFile file(temporary);
  if (file.handle().get() < 0) return failure(temporary, errno);
  PieceWriter writer(file.handle().get());
  content([&](std::string_view piece) { writer.put(piece); });
  if (const int error = writer.finish(); error != 0) return failure(temporary, error);
  if (left != AfterPowerCut::kAnything && !file.handle().sync()) return failure(temporary, errno);
  if (!file.handle().close()) return failure(temporary, errno);
  if (!file.rename_to(path)) return failure(path, errno);
  if (left != AfterPowerCut::kNew) return ok();
  return sync_folder(std::filesystem::path(path).parent_path().string());
}

}  // namespace postil::index
