#include "indexer/store/glass/output_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "core/base/write_all.h"

namespace postil::index::glass {
namespace {

constexpr std::uint64_t kSyncPiece = 16UL * 1024 * 1024;

}  // namespace

OutputFile::OutputFile(std::string path, Lifetime lifetime)
    : path_(std::move(path)),
      lifetime_(lifetime),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) error_ = errno;
}

OutputFile::~OutputFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void OutputFile::flush() {
  flushed_ += buffer_.size();
  if (error_ == 0) error_ = write_all(descriptor_, buffer_);
  buffer_.clear();
  if (flushed_ - begun_ >= kSyncPiece) begin_sync();
}

Status OutputFile::status() const {
  if (error_ == 0) return ok();
  return Error{ErrorKind::kDatabase,
               fmt::format("cannot write {}: {}", path_, std::generic_category().message(error_)),
               "check the space on the disk and run again: the last good index still stands"};
}

// A hint, whose failure is told by the sync.
void OutputFile::begin_sync() {
  if (descriptor_ < 0 || lifetime_ != Lifetime::kKept || begun_ == flushed_) return;
  ::sync_file_range(descriptor_, static_cast<off64_t>(begun_),
                    static_cast<off64_t>(flushed_ - begun_), SYNC_FILE_RANGE_WRITE);
  begun_ = flushed_;
}

Status OutputFile::finish() {
  flush();
  std::string().swap(buffer_);
  if (descriptor_ < 0) return status();
  const bool is_synced = lifetime_ != Lifetime::kKept || error_ != 0 || ::fsync(descriptor_) == 0;
  if (!is_synced) error_ = errno;
  if (::close(std::exchange(descriptor_, -1)) != 0 && error_ == 0) error_ = errno;
  return status();
}

}  // namespace postil::index::glass
