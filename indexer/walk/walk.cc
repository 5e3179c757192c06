#include "indexer/walk/walk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>
#include <set>
#include <system_error>

#include "indexer/walk/folder.h"

namespace postil::index {
namespace {

// Folders above the current one whose descriptors stay open. One further up is opened again when
// the walk comes back to it, so that depth costs no descriptors.
constexpr std::size_t kOpenFolders = 24;

struct Frame {
  Descriptor folder;
  Identity identity;
  EntryList list;
  std::size_t next = 0;       // entry
  std::size_t path_size = 0;  // of the folder's own path within Walker::path_
  bool by_link = false;
  bool included = false;  // by --include, with all that is below
};

std::string reason_of(int error) { return std::generic_category().message(error); }

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

// "" if there is nothing.
std::string real_path(const std::string& path) {
  const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr),
                                                             &std::free);
  return resolved ? resolved.get() : "";
}

bool matches_any(const std::vector<Glob>& globs, std::string_view path, bool is_folder) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const Glob& glob) { return glob.matches(path, is_folder); });
}

class Walker {
 public:
  Walker(const WalkOptions& options, WalkSink& sink) : options_(options), sink_(sink) {}

  Status run(const std::string& root);

 private:
  Status root_failure(const std::string& root, int error) const;
  void open_above();
  void enter(int base, const char* name, bool by_link, bool included);
  void leave();
  bool reopen(Frame& parent, const Frame& child);
  void resolve_types(Frame& frame);
  void visit(const FolderEntry& entry);
  void visit_link(const char* name, int folder);
  void visit_folder(int folder, const char* name, bool by_link);
  void visit_file(const struct stat& status);
  bool may_follow(const struct stat& target);
  bool leads_inside();
  void problem(std::string_view reason, std::string detail);

  std::string_view relative() const { return std::string_view(path_).substr(base_size_); }
  bool is_excluded(bool is_folder) const { return matches(options_.exclude, is_folder); }
  bool is_included(bool is_folder) const;
  bool matches(const std::vector<Glob>& globs, bool is_folder) const;
  bool is_above_matched(const std::vector<Glob>& globs) const;

  const WalkOptions& options_;
  WalkSink& sink_;
  std::string path_;           // of what is being looked at
  std::size_t base_size_ = 0;  // of the root and the slash behind it
  std::string links_within_;   // and a slash; empty until a link is met
  std::vector<Frame> stack_;
  std::set<Identity> open_;     // the folders of stack_ and above
  std::set<Identity> by_link_;  // the folders that were entered through a link
  bool stopped_ = false;
};

Status Walker::root_failure(const std::string& root, int error) const {
  return Error{ErrorKind::kInput, fmt::format("cannot read '{}': {}", root, reason_of(error)),
               error == ENOENT ? "Check the spelling of the path" : ""};
}

Status Walker::run(const std::string& root) {
  path_ = root;
  while (path_.size() > 1 && path_.back() == '/') path_.pop_back();
  struct stat status {};
  if (::stat(path_.c_str(), &status) != 0) return root_failure(root, errno);
  if (S_ISREG(status.st_mode)) {
    base_size_ = path_.rfind('/') + 1;  // npos + 1 is 0
    visit_file(status);
    return ok();
  }
  if (!S_ISDIR(status.st_mode)) {
    return Error{ErrorKind::kInput, fmt::format("'{}' is neither a file nor a folder", root), ""};
  }
  open_above();
  const std::string given = path_;
  base_size_ = path_.back() == '/' ? path_.size() : path_.size() + 1;
  Descriptor probe = open_folder(AT_FDCWD, given, true);
  if (!probe.is_open()) return root_failure(root, errno);
  if (is_above_matched(options_.exclude)) return ok();
  enter(AT_FDCWD, given.c_str(), true,
        options_.include.empty() || is_above_matched(options_.include));
  while (!stack_.empty() && !stopped_) {
    Frame& frame = stack_.back();
    if (frame.next == frame.list.entries().size()) {
      leave();
    } else {
      const FolderEntry entry = frame.list.entries()[frame.next++];
      path_.resize(frame.path_size);
      if (path_.back() != '/') path_ += '/';
      path_ += frame.list.view(entry);
      visit(entry);
    }
  }
  return ok();
}

// Whatever holds the root is a folder that links in it stand in.
void Walker::open_above() {
  if (options_.links_within.empty()) return;
  std::string folder = real_path(path_);
  while (folder.size() > options_.links_within.size()) {
    folder.resize(std::max<std::size_t>(folder.rfind('/'), 1));
    struct stat status {};
    if (::stat(folder.c_str(), &status) == 0) open_.insert({status.st_dev, status.st_ino});
  }
}

void Walker::enter(int base, const char* name, bool by_link, bool included) {
  Frame frame;
  frame.folder = open_folder(base, name, by_link);
  if (!frame.folder.is_open() || !identify(frame.folder.get(), frame.identity)) {
    problem("unreadable", reason_of(errno));
    return;
  }
  const int error = frame.list.read(frame.folder.get());
  if (error != 0) problem("unreadable", reason_of(error));
  resolve_types(frame);
  frame.list.sort();
  frame.path_size = path_.size();
  frame.by_link = by_link;
  frame.included = included;
  open_.insert(frame.identity);
  stack_.push_back(std::move(frame));
  // The root stays open: it is where lost ways start again.
  if (stack_.size() > kOpenFolders + 1) stack_[stack_.size() - 1 - kOpenFolders].folder.close();
}

void Walker::leave() {
  const Frame child = std::move(stack_.back());
  stack_.pop_back();
  open_.erase(child.identity);
  if (stack_.empty() || stack_.back().folder.is_open()) return;
  Frame& parent = stack_.back();
  if (reopen(parent, child)) return;
  path_.resize(parent.path_size);
  if (parent.next < parent.list.entries().size()) {
    problem("unreadable", "The folder was moved or removed while it was read");
  }
  parent.next = parent.list.entries().size();
}

bool Walker::reopen(Frame& parent, const Frame& child) {
  Identity found;
  if (!child.by_link && child.folder.is_open()) {
    parent.folder = open_folder(child.folder.get(), "..", true);
    if (parent.folder.is_open() && identify(parent.folder.get(), found) &&
        found == parent.identity) {
      return true;
    }
  }
  const std::string way = path_.substr(base_size_, parent.path_size - base_size_);
  parent.folder = open_folder(stack_.front().folder.get(), way, true);
  if (parent.folder.is_open() && identify(parent.folder.get(), found) && found == parent.identity) {
    return true;
  }
  parent.folder.close();
  return false;
}

// Some file systems do not tell types with names, and the order of links depends on their targets.
void Walker::resolve_types(Frame& frame) {
  struct stat status {};
  for (FolderEntry& entry : frame.list.entries()) {
    if (entry.type == FolderEntry::Type::kUnknown &&
        ::fstatat(frame.folder.get(), frame.list.name(entry), &status, AT_SYMLINK_NOFOLLOW) == 0) {
      entry.is_folder = S_ISDIR(status.st_mode);
      entry.type = S_ISREG(status.st_mode)   ? FolderEntry::Type::kFile
                   : S_ISDIR(status.st_mode) ? FolderEntry::Type::kFolder
                   : S_ISLNK(status.st_mode) ? FolderEntry::Type::kLink
                                             : FolderEntry::Type::kOther;
    }
    if (entry.type == FolderEntry::Type::kLink &&
        ::fstatat(frame.folder.get(), frame.list.name(entry), &status, 0) == 0) {
      entry.is_folder = S_ISDIR(status.st_mode);
    }
  }
}

void Walker::visit(const FolderEntry& entry) {
  if (is_excluded(entry.is_folder)) return;
  // By value: visiting may move the frames.
  const int folder = stack_.back().folder.get();
  const std::string name(stack_.back().list.view(entry));
  if (entry.type == FolderEntry::Type::kFolder) {
    visit_folder(folder, name.c_str(), false);
    return;
  }
  if (!entry.is_folder && !is_included(false)) return;
  if (entry.type == FolderEntry::Type::kLink) {
    visit_link(name.c_str(), folder);
    return;
  }
  struct stat status {};
  if (::fstatat(folder, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
    problem("unreadable", reason_of(errno));
  } else if (S_ISREG(status.st_mode)) {
    visit_file(status);
  } else {
    problem("special-file", "A pipe, socket or device, not a file: it was not opened");
  }
}

void Walker::visit_link(const char* name, int folder) {
  struct stat target {};
  if (::fstatat(folder, name, &target, 0) != 0) {
    const int error = errno;
    if (error == ELOOP) {
      problem("link-loop", "The symbolic link leads back to itself");
    } else {
      problem(error == ENOENT ? "broken-link" : "unreadable",
              fmt::format("The symbolic link cannot be followed: {}", reason_of(error)));
    }
    return;
  }
  if (!may_follow(target)) return;
  if (S_ISDIR(target.st_mode)) {
    visit_folder(folder, name, true);
  } else {
    visit_file(target);
  }
}

bool Walker::may_follow(const struct stat& target) {
  if (!S_ISDIR(target.st_mode) && !S_ISREG(target.st_mode)) {
    problem("special-file", "A link to a pipe, socket or device: it was not opened");
    return false;
  }
  const Identity identity{target.st_dev, target.st_ino};
  if (open_.count(identity) != 0) {
    problem("link-loop", "The symbolic link leads back to a folder that it stands in");
    return false;
  }
  if (!leads_inside()) {
    problem("link-outside", "The symbolic link leads out of the folder that was given");
    return false;
  }
  if (!S_ISDIR(target.st_mode)) return true;
  // Without this, a few folders full of links to one another stand for millions of files.
  if (!by_link_.insert(identity).second) {
    problem("link-repeated", "Another symbolic link to the same folder was followed already");
    return false;
  }
  return true;
}

bool Walker::leads_inside() {
  if (links_within_.empty()) {
    links_within_ = options_.links_within.empty() ? real_path(path_.substr(0, base_size_))
                                                  : options_.links_within;
    if (links_within_.empty()) return false;
    if (links_within_.back() != '/') links_within_ += '/';
  }
  return real_path(path_).compare(0, links_within_.size(), links_within_) == 0;
}

void Walker::visit_folder(int folder, const char* name, bool by_link) {
  if (sink_.may_enter(path_)) enter(folder, name, by_link, is_included(true));
}

void Walker::visit_file(const struct stat& status) {
  WalkedFile file;
  file.path = path_;
  file.relative = relative();
  file.size = static_cast<std::uint64_t>(status.st_size);
  file.modified_ns = nanoseconds(status.st_mtim);
  file.device = status.st_dev;
  file.inode = status.st_ino;
  if (!sink_.file(file)) stopped_ = true;
}

void Walker::problem(std::string_view reason, std::string detail) {
  sink_.problem({path_, reason, std::move(detail)});
}

bool Walker::is_included(bool is_folder) const {
  if (!stack_.empty() && stack_.back().included) return true;
  return matches(options_.include, is_folder);
}

bool Walker::matches(const std::vector<Glob>& globs, bool is_folder) const {
  if (globs.empty()) return false;
  if (options_.above.empty()) return matches_any(globs, relative(), is_folder);
  return matches_any(globs, fmt::format("{}/{}", options_.above, relative()), is_folder);
}

bool Walker::is_above_matched(const std::vector<Glob>& globs) const {
  const std::string_view above = options_.above;
  for (std::size_t end = 0; end < above.size();) {
    end = std::min(above.find('/', end + 1), above.size());
    if (matches_any(globs, above.substr(0, end), true)) return true;
  }
  return false;
}

}  // namespace

Status walk(const std::string& root, const WalkOptions& options, WalkSink& sink) {
  return Walker(options, sink).run(root);
}

}  // namespace postil::index
