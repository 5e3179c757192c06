// The metadata.csv of each root, or the one that --metadata names for all, and what it says of a
// file.

#ifndef POSTIL_INDEXER_PIPELINE_MANIFESTS_H_
#define POSTIL_INDEXER_PIPELINE_MANIFESTS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/schema/roots.h"
#include "indexer/model/finding.h"
#include "indexer/readers/tables/manifest.h"

namespace postil::index {

// Rows live until the end of the run.
using MemberRows = std::vector<std::pair<std::string, const Metadata*>>;

class Manifests {
 public:
  // The name of a root's own manifest.
  static constexpr const char* kDefaultName = "metadata.csv";

  // `named` is the file of --metadata, "" for none; then it is a root's own metadata.csv that
  // counts.
  static Result<Manifests> load(const std::vector<schema::Root>& roots, const std::string& named);

  // The row of a file, null if there is none; lives until the end of the run.
  const Metadata* find(const schema::Root& root, std::string_view relative) const;

  // The rows of what lies in a file that is a container, by their paths inside it.
  MemberRows find_members(const schema::Root& root, std::string_view relative) const;

  // Whether this is the path of a manifest, which is no article.
  bool is_manifest(std::string_view real_path) const;

  // What was wrong with the files themselves.
  const std::vector<Finding>& findings() const { return findings_; }

  // For each row whose file was not met, in the manifest of the root with this path: only when all
  // that its rows can name was walked.
  void report_unused(const std::string& root_path, std::vector<Finding>& findings) const;

  // In the place of a root's path: the manifest that --metadata names.
  static constexpr const char* kForAll = "";

 private:
  const Manifest* manifest_of(const schema::Root& root) const;
  Status add(const std::string& root_path, const std::string& path);

  std::map<std::string, Manifest, std::less<>> by_root_;  // by the root's path or kForAll
  std::vector<std::string> paths_;                        // of the links that lead to them too
  std::vector<Finding> findings_;
};

// Changes when any part of a row does; 0 without any.
std::uint64_t hash_of(const Metadata* row, const MemberRows& member_rows = {});

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_MANIFESTS_H_
