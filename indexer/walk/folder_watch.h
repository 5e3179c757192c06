// Tells which folders changed since it was asked last, by inotify. Beside the walk, which tells
// what is in them: a watch never says what happened to a file, only where to look.

#ifndef POSTIL_INDEXER_WALK_FOLDER_WATCH_H_
#define POSTIL_INDEXER_WALK_FOLDER_WATCH_H_

#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace postil::index {

// Not thread-safe.
class FolderWatch {
 public:
  // What must be looked at, with all below it, when this absolute path changes: most often itself.
  using ChangedWith = std::function<std::string(const std::string& path)>;

  // Nothing at or below one of these absolute paths is a change: what the program itself writes.
  static Result<FolderWatch> open(std::vector<std::string> ignored, ChangedWith changed_with);

  FolderWatch(FolderWatch&& other) noexcept;
  FolderWatch& operator=(FolderWatch&& other) = delete;
  ~FolderWatch();

  // Watches a folder with all folders below it, hidden ones left out as the walk does, or a file.
  // `path` is absolute and without links, and a root from now on: nothing outside of the roots is
  // ever a change. One that goes is waited for. An Error says which limit of the system is too low.
  Status add(const std::string& path);

  // Waits up to `time` for a change; false if there was none. Call again to gather more.
  Result<bool> wait(std::chrono::milliseconds time);

  // What changed since the last call: of the roots and the folders below them, those that must be
  // looked at again, none below another. Sorted. All are there but roots that are gone.
  std::vector<std::string> take_changes();

 private:
  FolderWatch(int descriptor, std::vector<std::string> ignored, ChangedWith changed_with)
      : descriptor_(descriptor),
        ignored_(std::move(ignored)),
        changed_with_(std::move(changed_with)) {}

  struct Watched {
    std::string folder;
    std::string only;  // the name of the one file that matters, "" for all
  };

  struct Root {
    std::string path;
    bool is_there = false;
    bool has_links = false;  // symbolic ones in it: looked at as a whole
  };

  Status add_root(Root& root);
  Status look_for_roots();
  void lose(const std::string& folder);
  Status add_folder(const std::string& folder, const std::string& only);
  Status add_tree(const std::string& folder);
  void note_link(const std::string& path);
  Status note(int watch, unsigned what, const std::string& name);
  void change(const std::string& folder);
  std::string nearest_there(std::string folder) const;
  bool is_ignored(const std::string& path) const;

  int descriptor_ = -1;
  std::vector<std::string> ignored_;
  ChangedWith changed_with_;
  std::vector<Root> roots_;
  std::map<int, Watched> watched_;
  std::set<std::string> changed_;
  bool is_changed_ = false;  // since wait() was called
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_WALK_FOLDER_WATCH_H_
