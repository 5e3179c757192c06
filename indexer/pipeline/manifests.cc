#include "indexer/pipeline/manifests.h"

#include <xxhash.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "core/schema/varint.h"
#include "indexer/pipeline/scope.h"
#include "indexer/store/root_table.h"

namespace postil::index {
namespace {

bool is_file(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error);
}

// Absolute, with the folders resolved: where a walk meets the link itself.
std::string path_of_link(const std::string& path) {
  std::error_code error;
  const std::filesystem::path link = std::filesystem::absolute(path, error);
  return (std::filesystem::path(absolute_path(link.parent_path())) / link.filename()).string();
}

void put_row(std::string& bytes, const Metadata& row) {
  const auto put = [&bytes](std::string_view text) { schema::put_string(bytes, text); };
  const auto put_all = [&](const std::vector<std::string>& strings) {
    schema::put_number(bytes, strings.size());
    for (const std::string& text : strings) put(text);
  };
  put(row.title);
  put_all(row.authors);
  put(row.outlet);
  put(row.published ? to_string(row.published->date) : "");
  put(row.updated ? to_string(*row.updated) : "");
  put(row.language);
  put(row.url);
  put_all(row.tags);
  put(row.standfirst);
  put(row.author_note);
}

}  // namespace

Result<Manifests> Manifests::load(const std::vector<schema::Root>& roots,
                                  const std::string& named) {
  Manifests manifests;
  if (!named.empty()) {
    if (Status status = manifests.add(kForAll, named); !status) return status.error();
    return manifests;
  }
  for (const schema::Root& root : roots) {
    const std::string path = root.path + '/' + Manifests::kDefaultName;
    if (!is_file(path)) continue;
    if (Status status = manifests.add(root.path, path); !status) return status.error();
  }
  return manifests;
}

Status Manifests::add(const std::string& root_path, const std::string& path) {
  Result<Source> source = Source::open(path);
  if (!source) return about(path, source.error());
  Result<Manifest> manifest = Manifest::read(*source, findings_);
  if (!manifest) return manifest.error();
  by_root_.emplace(root_path, std::move(*manifest));
  paths_.push_back(absolute_path(path));
  paths_.push_back(path_of_link(path));
  return ok();
}

const Manifest* Manifests::manifest_of(const schema::Root& root) const {
  if (by_root_.empty()) return nullptr;
  auto manifest = by_root_.find(root.path);
  if (manifest == by_root_.end()) manifest = by_root_.find(kForAll);
  return manifest == by_root_.end() ? nullptr : &manifest->second;
}

const Metadata* Manifests::find(const schema::Root& root, std::string_view relative) const {
  const Manifest* manifest = manifest_of(root);
  return manifest == nullptr ? nullptr : manifest->find(relative);
}

MemberRows Manifests::find_members(const schema::Root& root, std::string_view relative) const {
  const Manifest* manifest = manifest_of(root);
  return manifest == nullptr ? MemberRows() : manifest->members(relative);
}

bool Manifests::is_manifest(std::string_view real_path) const {
  return std::find(paths_.begin(), paths_.end(), real_path) != paths_.end();
}

void Manifests::report_unused(const std::string& root_path, std::vector<Finding>& findings) const {
  const auto manifest = by_root_.find(root_path);
  if (manifest != by_root_.end()) manifest->second.report_unused(findings);
}

std::uint64_t hash_of(const Metadata* row, const MemberRows& member_rows) {
  if (row == nullptr && member_rows.empty()) return 0;
  std::string bytes;
  if (row != nullptr) put_row(bytes, *row);
  for (const auto& [member, member_row] : member_rows) {
    schema::put_string(bytes, member);
    put_row(bytes, *member_row);
  }
  const std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  return hash == 0 ? 1 : hash;
}

}  // namespace postil::index
