#include "indexer/store/lock_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

namespace postil::index {
namespace {

// What a lock begins with; the holder's process id follows.
constexpr std::string_view kMark = "postil-index ";

std::string content(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  return {text.data(), size < 0 ? 0 : static_cast<std::size_t>(size)};
}

// " (process 4711)" if the holder wrote its id.
std::string holder(int descriptor) {
  const std::string text = content(descriptor);
  if (!text.starts_with(kMark)) return {};
  return fmt::format(" (process {})", text.substr(kMark.size(), text.find('\n') - kMark.size()));
}

Error failure(const std::string& path, int error) {
  return {ErrorKind::kDatabase,
          fmt::format("cannot lock {}: {}", path, std::generic_category().message(error)),
          "check the folder's permissions, or choose another with --db"};
}

}  // namespace

Result<LockFile> LockFile::acquire(const std::string& path, const std::string& database) {
  LockFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (file.descriptor_ < 0) return failure(path, errno);
  if (::flock(file.descriptor_, LOCK_EX | LOCK_NB) != 0) {
    const int error = errno;
    if (error != EWOULDBLOCK) return failure(path, error);
    return Error{
        ErrorKind::kBusy,
        fmt::format("another postil-index{} is writing to {}", holder(file.descriptor_), database),
        "wait until it has finished, or stop it: what it has done so far is kept"};
  }
  // The id is a courtesy of the message above. The mark tells a later run that what lies in the
  // folder is ours, so that it must be on the disk before anything else is.
  const bool is_new = content(file.descriptor_).empty();
  const std::string id = fmt::format("{}{}\n", kMark, ::getpid());
  if (::ftruncate(file.descriptor_, 0) != 0 ||
      ::pwrite(file.descriptor_, id.data(), id.size(), 0) < 0 ||
      (is_new && ::fsync(file.descriptor_) != 0)) {
    return failure(path, errno);
  }
  return file;
}

bool LockFile::is_ours(const std::string& path) {
  const LockFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  return file.descriptor_ >= 0 && content(file.descriptor_).starts_with(kMark);
}

LockFile::LockFile(LockFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

LockFile& LockFile::operator=(LockFile&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

LockFile::~LockFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace postil::index
