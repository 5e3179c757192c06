#include "indexer/readers/open_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <string_view>
#include <system_error>

namespace postil::index {
namespace {

// Opens the folders of a path that is too long for one call, step by step. Returns the descriptor
// of the last and leaves what remains in `path`; AT_FDCWD if the path is short; -1 with errno.
int open_folders(std::string_view& path) {
  constexpr std::size_t kStep = PATH_MAX - 1;
  int folder = AT_FDCWD;
  while (path.size() >= kStep) {
    const std::size_t slash = path.rfind('/', kStep - 1);
    int next = -1;
    if (slash == std::string_view::npos || slash == 0) {
      errno = ENAMETOOLONG;
    } else {
      const std::string step(path.substr(0, slash));
      next = ::openat(folder, step.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      path.remove_prefix(slash + 1);
    }
    const int error = errno;
    if (folder != AT_FDCWD) ::close(folder);
    errno = error;
    if (next < 0) return -1;
    folder = next;
  }
  return folder;
}

int open_any(std::string_view path) {
  const int folder = open_folders(path);
  if (folder == -1) return -1;
  const std::string rest(path);
  const int file = ::openat(folder, rest.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  const int error = errno;
  if (folder != AT_FDCWD) ::close(folder);
  errno = error;
  return file;
}

Error failure(std::string message) { return {ErrorKind::kInput, std::move(message), ""}; }

}  // namespace

Result<OpenFile> open_file(const std::string& path) {
  const int file = open_any(path);
  if (file < 0) return failure(std::generic_category().message(errno));
  struct stat status {};
  if (::fstat(file, &status) != 0) {
    const int error = errno;
    ::close(file);
    return failure(std::generic_category().message(error));
  }
  if (!S_ISREG(status.st_mode)) {
    ::close(file);
    return failure(S_ISDIR(status.st_mode) ? "It is a folder, not a file"
                                           : "It is a pipe, socket or device, not a file");
  }
  return OpenFile{file, static_cast<std::uint64_t>(status.st_size)};
}

}  // namespace postil::index
