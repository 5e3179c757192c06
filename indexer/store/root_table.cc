#include "indexer/store/root_table.h"

#include <fmt/format.h>

#include "indexer/store/known_files.h"
#include "indexer/store/record_id.h"

namespace postil::index {

RootTable::RootTable(const std::vector<schema::Root>& roots) : roots_(roots) {
  for (std::size_t i = 0; i < roots_.size(); ++i) {
    by_path_.emplace(roots_[i].path, i);
    by_label_.emplace(roots_[i].label, i);
  }
}

void RootTable::add(const std::string& path) {
  const std::string name = path.substr(path.rfind('/') + 1);
  add(path, name.empty() ? "root" : valid_name(name));
}

void RootTable::add(const std::string& path, const std::string& label) {
  if (find(path) != nullptr) return;
  std::string free_label = label;
  for (int number = 2; has_label(free_label); ++number) {
    free_label = fmt::format("{}~{}", label, number);
  }
  by_path_.emplace(path, roots_.size());
  by_label_.emplace(free_label, roots_.size());
  roots_.push_back({free_label, path});
}

const schema::Root* RootTable::find(std::string_view path) const {
  for (std::string_view above = path;;) {
    const auto found = by_path_.find(above);
    if (found != by_path_.end()) return &roots_[found->second];
    const std::size_t slash = above.rfind('/');
    if (slash == std::string_view::npos || above == "/") return nullptr;
    above = above.substr(0, slash == 0 ? 1 : slash);
  }
}

const schema::Root* RootTable::outermost(std::string_view path) const {
  const schema::Root* outermost = nullptr;
  for (const schema::Root& root : roots_) {
    const bool is_further = outermost == nullptr || root.path.size() < outermost->path.size();
    if (is_further && is_below(path, root.path)) outermost = &root;
  }
  return outermost;
}

bool RootTable::has_label(const std::string& label) const { return by_label_.count(label) != 0; }

std::string_view below(const schema::Root& root, std::string_view path) {
  if (path.size() <= root.path.size()) return {};
  return path.substr(root.path.back() == '/' ? root.path.size() : root.path.size() + 1);
}

std::string folder_of(const schema::Root& root, std::string_view path) {
  const std::string_view relative = below(root, path);
  if (relative.empty()) return {};
  const std::size_t slash = relative.rfind('/');
  if (slash == std::string_view::npos) return root.label;
  return root.label + '/' + valid_name(relative.substr(0, slash));
}

}  // namespace postil::index
