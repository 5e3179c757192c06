#include "indexer/store/glass/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace postil::index::glass {
OutputFile::OutputFile(std::string path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) error_ = errno;
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::flush() {
  std::string_view left = buffer_;
  flushed_ += left.size();
  while (error_ == 0 && !left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written > 0) {
      left.remove_prefix(static_cast<std::size_t>(written));
    } else if (written == 0 || errno != EINTR) {
      error_ = written == 0 ? ENOSPC : errno;
    }
  }
  buffer_.clear();
}

Status OutputFile::status() const {
  if (error_ == 0) return ok();
  return Error{ErrorKind::kDatabase,
               fmt::format("cannot write {}: {}", path_, std::generic_category().message(error_)),
               "check the space on the disk and run again: the last good index still stands"};
}

Status OutputFile::finish() {
  flush();
  std::string().swap(buffer_);
  if (descriptor_ >= 0 && ::close(std::exchange(descriptor_, -1)) != 0 && error_ == 0) {
    error_ = errno;
  }
  return status();
}

}  // namespace postil::index::glass
