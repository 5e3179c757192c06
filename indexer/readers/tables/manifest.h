// metadata.csv: what the owner of a folder says of its files, which wins over what they say
// themselves. Read once before the walk; each file is looked up by its path from the root.

#ifndef POSTIL_INDEXER_READERS_TABLES_MANIFEST_H_
#define POSTIL_INDEXER_READERS_TABLES_MANIFEST_H_

#include <atomic>
#include <cstddef>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "indexer/model/article.h"
#include "indexer/model/finding.h"
#include "indexer/readers/source.h"

namespace postil::index {

class Manifest {
 public:
  // An empty one, in which nothing is found.
  Manifest() = default;

  // A table whose header has `path` and any of title, authors, outlet, published, url, tags,
  // language, updated, standfirst. What is wrong in single rows is added to `findings`; an Error if
  // it cannot be read at all or has no `path`.
  static Result<Manifest> read(Source& source, std::vector<Finding>& findings);

  // What it says of a file, or null; until the manifest ends. From any thread.
  const Metadata* find(std::string_view relative_path) const;

  // What it says of the members of a file that is a container, by their paths inside it:
  // "press.zip/talks.txt" is the row of talks.txt in press.zip. From any thread.
  std::vector<std::pair<std::string, const Metadata*>> members(
      std::string_view relative_path) const;

  std::size_t size() const { return rows_.size(); }

  // A finding for each row whose file nobody asked for: to be called after the walk.
  void report_unused(std::vector<Finding>& findings) const;

 private:
  struct Row {
    std::string path;
    std::size_t line = 0;
    Metadata meta;
    mutable std::atomic<bool> used = false;
  };

  std::string source_path_;
  std::deque<Row> rows_;  // which do not move
  std::map<std::string_view, const Row*> by_path_;
};

// Lets a row of the manifest win over what a file says of itself, field by field.
void apply(const Metadata& row, Metadata& declared);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_TABLES_MANIFEST_H_
