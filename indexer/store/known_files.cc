#include "indexer/store/known_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

namespace postil::index {
namespace {

Digest parse_key(std::string_view key) {
  Digest digest;
  if (key.size() != 32) return digest;
  std::from_chars(key.data(), key.data() + 16, digest.high, 16);
  std::from_chars(key.data() + 16, key.data() + 32, digest.low, 16);
  return digest;
}

bool is_before(const Digest& a, const Digest& b) {
  return std::tie(a.high, a.low) < std::tie(b.high, b.low);
}

}  // namespace

bool is_below(std::string_view path, std::string_view folder) {
  if (path.substr(0, folder.size()) != folder) return false;
  return path.size() == folder.size() || folder.empty() || folder.back() == '/' ||
         path[folder.size()] == '/';
}

void KnownFiles::add(std::string_view key, const FileState& state) {
  KnownFile file;
  file.key = parse_key(key);
  file.content = state.content;
  file.size = state.size;
  file.modified_ns = state.modified_ns;
  file.row = state.row;
  file.in_scope = is_in_scope(state.path);
  file.has_findings = !state.findings.empty();
  file.has_articles = state.articles > 0;
  if (file.has_findings && file.in_scope) findings_.emplace(files_.size(), state.findings);
  files_.push_back(file);
}

KnownFile* KnownFiles::find(std::string_view key) {
  const Digest wanted = parse_key(key);
  const auto found = std::lower_bound(
      files_.begin(), files_.end(), wanted,
      [](const KnownFile& file, const Digest& digest) { return is_before(file.key, digest); });
  return found == files_.end() || !(found->key == wanted) ? nullptr : &*found;
}

const std::vector<Finding>& KnownFiles::findings(const KnownFile& file) const {
  static const std::vector<Finding> kNone;
  const auto found = findings_.find(static_cast<std::size_t>(&file - files_.data()));
  return found == findings_.end() ? kNone : found->second;
}

std::vector<std::string> KnownFiles::missing() const {
  std::vector<std::string> keys;
  for (const KnownFile& file : files_) {
    if (!file.in_scope || file.seen) continue;
    keys.push_back(fmt::format("{:016x}{:016x}", file.key.high, file.key.low));
  }
  return keys;
}

bool KnownFiles::is_in_scope(std::string_view path) const {
  return std::any_of(scopes_.begin(), scopes_.end(),
                     [path](const std::string& scope) { return is_below(path, scope); });
}

}  // namespace postil::index
