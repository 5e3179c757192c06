// One folder as the walk sees it: an open descriptor and the names inside, in the order of the
// walk.

#ifndef POSTIL_INDEXER_WALK_FOLDER_H_
#define POSTIL_INDEXER_WALK_FOLDER_H_

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace postil::index {

// A descriptor that is closed with its owner; -1 when closed.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  void close();

 private:
  int fd_ = -1;
};

// What makes two paths the same folder.
struct Identity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  auto operator<=>(const Identity&) const = default;
};

// Opens a folder for reading, relative to another; on failure the descriptor is closed and errno
// says why. `name` may be longer than the system's limit of a path: it is then opened in steps.
Descriptor open_folder(int base, std::string_view name, bool follow_links);

// Whether something is at this absolute path and no part of it is a symbolic link.
bool is_really_at(const std::string& path);

// False with errno if the descriptor's identity cannot be told.
bool identify(int fd, Identity& identity);

struct FolderEntry {
  enum class Type : char { kFile, kFolder, kLink, kOther, kUnknown };
  std::size_t name_at = 0;  // into EntryList's names, ended by NUL
  std::size_t name_size = 0;
  Type type = Type::kUnknown;
  bool is_folder = false;  // itself, or what the link points to
};

class EntryList {
 public:
  // Lists the folder without what is hidden. Returns 0, or errno; what was read before the failure
  // is there all the same.
  int read(int folder);

  // By name, a folder's as if it ended with a slash, so that whole paths come in bytewise order.
  void sort();

  std::vector<FolderEntry>& entries() { return entries_; }
  const char* name(const FolderEntry& entry) const { return names_.c_str() + entry.name_at; }
  std::string_view view(const FolderEntry& entry) const { return {name(entry), entry.name_size}; }

 private:
  void add(const char* name, unsigned char type);

  std::vector<FolderEntry> entries_;
  std::string names_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WALK_FOLDER_H_
