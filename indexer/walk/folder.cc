#include "indexer/walk/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace postil::index {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    close();
    fd_ = std::exchange(other.fd_, -1);
  }
  return *this;
}

void Descriptor::close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

Descriptor open_folder(int base, std::string_view name, bool follow_links) {
  constexpr std::size_t kStep = PATH_MAX - 1;
  const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK;
  Descriptor current;
  while (name.size() >= kStep) {
    const std::size_t slash = name.rfind('/', kStep - 1);
    if (slash == std::string_view::npos || slash == 0) {
      errno = ENAMETOOLONG;
      return {};
    }
    const std::string step(name.substr(0, slash));
    current = Descriptor(::openat(current.is_open() ? current.get() : base, step.c_str(), flags));
    if (!current.is_open()) return {};
    name.remove_prefix(slash + 1);
  }
  const std::string rest(name);
  return Descriptor(::openat(current.is_open() ? current.get() : base, rest.c_str(),
                             follow_links ? flags : flags | O_NOFOLLOW));
}

bool is_really_at(const std::string& path) {
  std::error_code error;
  const std::filesystem::path real = std::filesystem::canonical(path, error);
  return !error && real == path;
}

bool identify(int fd, Identity& identity) {
  struct stat status {};
  if (::fstat(fd, &status) != 0) return false;
  identity = {status.st_dev, status.st_ino};
  return true;
}

int EntryList::read(int folder) {
  // fdopendir owns its descriptor, and the walk still needs the folder's.
  const int copy = ::fcntl(folder, F_DUPFD_CLOEXEC, 0);
  DIR* const stream = copy < 0 ? nullptr : ::fdopendir(copy);
  if (stream == nullptr) {
    const int error = errno;
    if (copy >= 0) ::close(copy);
    return error;
  }
  int error = 0;
  for (;;) {
    errno = 0;
    const dirent* const item = ::readdir(stream);  // NOLINT(concurrency-mt-unsafe)
    if (item == nullptr) {
      error = errno;
      break;
    }
    if (item->d_name[0] != '.') add(item->d_name, item->d_type);
  }
  ::closedir(stream);
  return error;
}

void EntryList::add(const char* name, unsigned char type) {
  FolderEntry entry;
  entry.name_at = names_.size();
  entry.name_size = std::strlen(name);
  switch (type) {
    case DT_REG:
      entry.type = FolderEntry::Type::kFile;
      break;
    case DT_DIR:
      entry.type = FolderEntry::Type::kFolder;
      entry.is_folder = true;
      break;
    case DT_LNK:
      entry.type = FolderEntry::Type::kLink;
      break;
    case DT_UNKNOWN:
      break;
    default:
      entry.type = FolderEntry::Type::kOther;
  }
  names_.append(name, entry.name_size + 1);
  entries_.push_back(entry);
}

void EntryList::sort() {
  std::sort(entries_.begin(), entries_.end(), [this](const FolderEntry& a, const FolderEntry& b) {
    const std::string_view left = view(a);
    const std::string_view right = view(b);
    const std::size_t common = std::min(left.size(), right.size());
    const int order = std::memcmp(left.data(), right.data(), common);
    if (order != 0) return order < 0;
    const auto next = [common](std::string_view name, bool is_folder) {
      if (name.size() > common) return static_cast<int>(static_cast<unsigned char>(name[common]));
      return is_folder ? static_cast<int>('/') : -1;
    };
    return next(left, a.is_folder) < next(right, b.is_folder);
  });
}

}  // namespace postil::index
