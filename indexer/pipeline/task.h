// What the walk hands to the workers: files that have to be looked into, in batches.

#ifndef POSTIL_INDEXER_PIPELINE_TASK_H_
#define POSTIL_INDEXER_PIPELINE_TASK_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/model/article.h"
#include "indexer/model/finding.h"
#include "indexer/pipeline/manifests.h"
#include "indexer/store/file_state.h"
#include "indexer/store/known_files.h"

namespace postil::index {

struct FileTask {
  std::string path;       // as to be opened and to be shown; "-" is standard input
  std::string real_path;  // absolute
  std::string key;        // file_key(real_path)
  std::string id;         // file_id()
  std::string folder;     // folder_of()
  std::uint64_t size = 0;
  std::int64_t modified_ns = 0;
  const Metadata* row = nullptr;        // in metadata.csv; lives as long as the run
  MemberRows member_rows;               // of what lies in it, likewise
  std::uint64_t row_hash = 0;           // of all these and of the companions
  std::vector<std::string> companions;  // files that are read with it: see companions.h
  std::optional<KnownFile> known;       // what the database remembers
  std::vector<Finding> known_findings;  // that were made then
};

// Consecutive files of the walk.
struct Batch {
  std::uint64_t number = 0;
  std::vector<FileTask> files;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_TASK_H_
