#include "indexer/walk/folder_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "indexer/walk/folder.h"

namespace postil::index {
namespace {

namespace fs = std::filesystem;

constexpr unsigned kEvents = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                             IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR |
                             IN_DONT_FOLLOW;

bool is_at_or_below(const std::string& path, const std::string& folder) {
  return path.compare(0, folder.size(), folder) == 0 &&
         (path.size() == folder.size() || folder == "/" || path[folder.size()] == '/');
}

std::string parent_of(const std::string& path) { return fs::path(path).parent_path().string(); }

std::string reason_of(int error) { return std::generic_category().message(error); }

Error cannot_watch(const std::string& folder, int error) {
  const bool is_limit = error == ENOSPC || error == EMFILE;
  return {ErrorKind::kInput, fmt::format("cannot watch '{}': {}", folder, reason_of(error)),
          is_limit ? "raise the system's limit: sysctl fs.inotify.max_user_watches=1000000"
                   : "check its permissions"};
}

}  // namespace

Result<FolderWatch> FolderWatch::open(std::vector<std::string> ignored, ChangedWith changed_with) {
  const int descriptor = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (descriptor < 0) return cannot_watch("", errno);
  return FolderWatch(descriptor, std::move(ignored), std::move(changed_with));
}

FolderWatch::FolderWatch(FolderWatch&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      ignored_(std::move(other.ignored_)),
      changed_with_(std::move(other.changed_with_)),
      roots_(std::move(other.roots_)),
      watched_(std::move(other.watched_)),
      changed_(std::move(other.changed_)),
      is_changed_(other.is_changed_) {}

FolderWatch::~FolderWatch() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Status FolderWatch::add(const std::string& path) {
  return add_root(roots_.emplace_back(Root{path}));
}

Status FolderWatch::add_root(Root& root) {
  root.is_there = is_really_at(root.path);
  if (!root.is_there) return ok();
  std::error_code error;
  if (fs::is_directory(root.path, error)) return add_tree(root.path);
  return add_folder(parent_of(root.path), fs::path(root.path).filename().string());
}

// No event tells that a root is back, for what is above it is not watched.
Status FolderWatch::look_for_roots() {
  for (Root& root : roots_) {
    if (is_really_at(root.path) == root.is_there) continue;
    change(root.path);
    if (Status status = add_root(root); !status) return status;
  }
  return ok();
}

// Roots that are made anew at once would else never be missed.
void FolderWatch::lose(const std::string& folder) {
  for (Root& root : roots_) {
    if (is_at_or_below(root.path, folder)) root.is_there = false;
  }
  change(folder);
}

Status FolderWatch::add_folder(const std::string& folder, const std::string& only) {
  const int watch = ::inotify_add_watch(descriptor_, folder.c_str(), kEvents);
  if (watch >= 0) {
    Watched& watched = watched_.try_emplace(watch, Watched{folder, only}).first->second;
    if (watched.only != only) watched.only.clear();
    watched.folder = folder;
    return ok();
  }
  // What is gone or closed to us, the walk reports; here it is no reason to stop.
  if (errno == ENOENT || errno == ENOTDIR || errno == EACCES) return ok();
  return cannot_watch(folder, errno);
}

// A folder is watched before its contents are listed: what comes in between is told twice, not
// missed.
Status FolderWatch::add_tree(const std::string& folder) {
  std::vector<std::string> open = {folder};
  while (!open.empty()) {
    const std::string current = std::move(open.back());
    open.pop_back();
    if (is_ignored(current)) continue;
    if (Status status = add_folder(current, ""); !status) return status;
    std::error_code error;
    fs::directory_iterator entry(current, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      const std::string path = entry->path().string();
      std::error_code ignored;
      if (entry->path().filename().string().front() == '.') continue;
      if (entry->is_symlink(ignored)) {
        note_link(path);
      } else if (entry->is_directory(ignored)) {
        open.push_back(path);
      }
    }
  }
  return ok();
}

void FolderWatch::note_link(const std::string& path) {
  for (Root& root : roots_) root.has_links |= is_at_or_below(path, root.path);
}

Result<bool> FolderWatch::wait(std::chrono::milliseconds time) {
  is_changed_ = false;
  if (Status status = look_for_roots(); !status) return status.error();
  if (is_changed_) return true;
  pollfd poll{descriptor_, POLLIN, 0};
  if (::poll(&poll, 1, static_cast<int>(time.count())) <= 0) return false;
  alignas(inotify_event) std::array<char, 64 * 1024> buffer;
  for (;;) {
    const ssize_t size = ::read(descriptor_, buffer.data(), buffer.size());
    if (size <= 0) return is_changed_;
    for (ssize_t at = 0; at < size;) {
      inotify_event event{};
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* const name = buffer.data() + at + sizeof event;
      if (Status status = note(event.wd, event.mask, event.len > 0 ? name : ""); !status) {
        return status.error();
      }
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
}

Status FolderWatch::note(int watch, unsigned what, const std::string& name) {
  if ((what & IN_Q_OVERFLOW) != 0) {  // more happened than could be told
    for (Root& root : roots_) {
      change(root.path);
      if (Status status = add_root(root); !status) return status;
    }
    return ok();
  }
  const auto found = watched_.find(watch);
  if (found == watched_.end()) return ok();
  const Watched watched = found->second;
  if ((what & IN_IGNORED) != 0) {  // the folder is gone
    watched_.erase(found);
    return ok();
  }
  if ((what & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0) lose(watched.folder);
  if (name.empty() || name.front() == '.') return ok();
  const std::string path = watched.folder + '/' + name;
  if (is_ignored(path)) return ok();
  const std::string changed = changed_with_(path);
  if (!watched.only.empty() && !is_at_or_below(watched.folder + '/' + watched.only, changed)) {
    return ok();
  }
  const bool is_new = (what & (IN_CREATE | IN_MOVED_TO)) != 0;
  std::error_code gone_again;
  if (is_new && fs::is_symlink(path, gone_again)) note_link(path);
  change(watched.only.empty() ? watched.folder : changed);
  if (changed != path) change(changed);
  return is_new && (what & IN_ISDIR) != 0 ? add_tree(path) : ok();
}

// What is above a root is no business of ours.
void FolderWatch::change(const std::string& folder) {
  is_changed_ = true;
  for (const Root& root : roots_) {
    if (is_at_or_below(folder, root.path)) {
      changed_.insert(root.has_links ? root.path : folder);
    } else if (is_at_or_below(root.path, folder)) {
      changed_.insert(root.path);
    }
  }
}

// A folder that is gone again is looked for from the nearest that is there, but never from above
// its root.
std::string FolderWatch::nearest_there(std::string folder) const {
  const auto is_root = [&] {
    return std::any_of(roots_.begin(), roots_.end(),
                       [&](const Root& root) { return root.path == folder; });
  };
  while (!is_root() && !is_really_at(folder)) folder = parent_of(folder);
  return folder;
}

bool FolderWatch::is_ignored(const std::string& path) const {
  return std::any_of(ignored_.begin(), ignored_.end(),
                     [&](const std::string& ignored) { return is_at_or_below(path, ignored); });
}

std::vector<std::string> FolderWatch::take_changes() {
  std::vector<std::string> folders;
  for (const std::string& changed : std::exchange(changed_, {})) {
    std::string folder = nearest_there(changed);
    const bool is_covered = std::any_of(folders.begin(), folders.end(), [&](const auto& above) {
      return is_at_or_below(folder, above);
    });
    if (is_covered) continue;
    std::erase_if(folders, [&](const auto& below) { return is_at_or_below(below, folder); });
    folders.push_back(std::move(folder));
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace postil::index
