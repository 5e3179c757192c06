// Which root a file belongs to. A file belongs to the deepest known root above it, and its root
// gives its records their label; so ids stay what they are whichever folder a later run is given.

#ifndef POSTIL_INDEXER_STORE_ROOT_TABLE_H_
#define POSTIL_INDEXER_STORE_ROOT_TABLE_H_

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/schema/roots.h"

namespace postil::index {

class RootTable {
 public:
  RootTable() = default;
  explicit RootTable(const std::vector<schema::Root>& roots);

  // Makes sure that the file or folder at this absolute, resolved path is in a root: one that is
  // known, or a new one with the path's base name as its label ("corpus~2" if that is taken).
  void add(const std::string& path);

  // As add(), with a label of the caller's choice: for what is no file (standard input).
  void add(const std::string& path, const std::string& label);

  // The deepest root that is `path` or above it; null if there is none.
  const schema::Root* find(std::string_view path) const;

  // The uppermost root that is `path` or above it; null if there is none.
  const schema::Root* outermost(std::string_view path) const;

  const std::vector<schema::Root>& all() const { return roots_; }

 private:
  bool has_label(const std::string& label) const;

  std::vector<schema::Root> roots_;  // in the order of adding
  std::map<std::string, std::size_t, std::less<>> by_path_;
  std::map<std::string, std::size_t, std::less<>> by_label_;
};

// The path of a file below its root; "" if it is the root itself.
std::string_view below(const schema::Root& root, std::string_view path);

// The folder facet of a file: its root's label and the folders between, without the file's own
// name; "" for a file that is its own root. Valid UTF-8.
std::string folder_of(const schema::Root& root, std::string_view path);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_ROOT_TABLE_H_
