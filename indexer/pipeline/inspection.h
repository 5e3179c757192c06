// Reads one file as a run would and hands out its articles, without any database: for --inspect.

#ifndef POSTIL_INDEXER_PIPELINE_INSPECTION_H_
#define POSTIL_INDEXER_PIPELINE_INSPECTION_H_

#include <functional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "indexer/model/article.h"
#include "indexer/model/finding.h"

namespace postil::index {

struct Inspection {
  std::string format;  // the reader's name; "unknown" if none reads the file
  std::vector<Finding> findings;
};

// Calls `show` for each article with the id that it would have as a PATH of its own. `metadata` is
// the file of --metadata, or "" for the nearest metadata.csv above the file. `worker_program` as
// for a run. `begin` is called first, with the format. An Error if the file cannot be read at all.
Result<Inspection> inspect_file(
    const std::string& path, const std::string& metadata, const std::string& worker_program,
    const std::function<void(const std::string& format)>& begin,
    const std::function<void(const std::string& id, const Article& article)>& show);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_INSPECTION_H_
