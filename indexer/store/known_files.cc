#include "indexer/store/known_files.h"

#include <algorithm>
#include <utility>

namespace postil::index {
bool is_below(std::string_view path, std::string_view folder) {
  if (path.substr(0, folder.size()) != folder) return false;
  return path.size() == folder.size() || folder.empty() || folder.back() == '/' ||
         path[folder.size()] == '/';
}

KnownFile known_file(std::string_view key, const FileState& state) {
  KnownFile file;
  file.key = digest_of_key(key);
  file.content = state.content;
  file.size = state.size;
  file.modified_ns = state.modified_ns;
  file.row = state.row;
  file.has_findings = state.findings.empty() ? 0 : 1;
  file.has_articles = state.articles > 0 ? 1 : 0;
  return file;
}

void KnownFiles::add(std::string_view key, const FileState& state) {
  const KnownFile file = known_file(key, state);
  const bool in_scope = is_in_scope(state.path);
  if (file.has_findings != 0 && in_scope) findings_.emplace(added_.size(), state.findings);
  added_.push_back(file);
  awaited_.push_back(in_scope);
  met_.push_back(false);
  files_ = added_;
}

void KnownFiles::add_all(FileList list, const FindingsOf& findings_of) {
  keeper_ = std::move(list.keeper);
  files_ = list.files;
  awaited_.assign(files_.size(), true);
  met_.assign(files_.size(), false);
  for (std::size_t at = 0; at < files_.size(); ++at) {
    if (files_[at].has_findings != 0) findings_.emplace(at, findings_of(files_[at]));
  }
}

// Keys are hashes: the place of one is guessed, and from there on it is not far.
const KnownFile* KnownFiles::find(const Digest& key) const {
  if (files_.empty()) return nullptr;
  const auto share = static_cast<double>(key.high) / 18446744073709551616.0;  // of 2^64
  auto at = std::min(static_cast<std::size_t>(share * static_cast<double>(files_.size())),
                     files_.size() - 1);
  std::size_t step = 1;
  std::size_t begin = at;
  std::size_t end = at + 1;
  while (begin > 0 && files_[begin].key > key) begin -= std::min(begin, step *= 2);
  for (step = 1; end < files_.size() && files_[end - 1].key < key;) {
    end = std::min(files_.size(), end + (step *= 2));
  }
  const auto first = files_.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = files_.begin() + static_cast<std::ptrdiff_t>(end);
  const auto found = std::lower_bound(
      first, last, key, [](const KnownFile& file, const Digest& of) { return file.key < of; });
  return found == last || found->key != key ? nullptr : &*found;
}

bool KnownFiles::meet(const KnownFile& file) {
  const std::size_t place = place_of(file);
  awaited_[place] = false;
  const bool before = met_[place];
  met_[place] = true;
  return before;
}

const std::vector<Finding>& KnownFiles::findings(const KnownFile& file) const {
  static const std::vector<Finding> kNone;
  const auto found = findings_.find(place_of(file));
  return found == findings_.end() ? kNone : found->second;
}

std::vector<std::string> KnownFiles::missing() const {
  std::vector<std::string> keys;
  for (const KnownFile& file : files_) {
    if (awaited_[place_of(file)]) keys.push_back(key_of_digest(file.key));
  }
  return keys;
}

bool KnownFiles::is_in_scope(std::string_view path) const {
  return std::any_of(scopes_.begin(), scopes_.end(),
                     [path](const std::string& scope) { return is_below(path, scope); });
}

}  // namespace postil::index
