#include "indexer/store/lock_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace postil::index {
namespace {

// " (process 4711)" if the holder wrote its id.
std::string holder(int descriptor) {
  std::array<char, 16> text{};
  const ssize_t size = ::pread(descriptor, text.data(), text.size(), 0);
  std::string digits;
  for (ssize_t i = 0; i < size && text[i] >= '0' && text[i] <= '9'; ++i) digits += text[i];
  return digits.empty() ? std::string() : fmt::format(" (process {})", digits);
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
  // The id is a courtesy of the message above; the lock is what counts.
  const std::string id = fmt::format("{}\n", ::getpid());
  if (::ftruncate(file.descriptor_, 0) != 0 ||
      ::pwrite(file.descriptor_, id.data(), id.size(), 0) < 0) {
    return failure(path, errno);
  }
  return file;
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
