// The database that a run is about, before anything is written: found, made sure of, locked, and
// what it knows of roots and files.

#ifndef POSTIL_INDEXER_PIPELINE_TARGET_H_
#define POSTIL_INDEXER_PIPELINE_TARGET_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/pipeline/scope.h"
#include "indexer/store/database_folder.h"
#include "indexer/store/index_reader.h"
#include "indexer/store/known_files.h"
#include "indexer/store/root_table.h"
#include "indexer/store/writer.h"

namespace postil::index {

struct Target {
  DatabaseFolder folder;
  std::optional<IndexReader> reader;  // of the database as it was; none if there was none
  std::vector<Scope> scopes;
  RootTable roots;   // that the database will have
  KnownFiles known;  // empty if everything is to be read anew
  std::vector<std::string> dropped_roots;
  bool builds_new = false;
  bool fell_back = false;  // set by make_writer(): through the API, though that was not asked for

  // The writer that fits. Call before other threads are started.
  Result<std::unique_ptr<Writer>> make_writer(const RunRequest& request);
};

// Touches nothing if the request cannot be carried out, or in a dry run.
Result<Target> prepare(const RunRequest& request);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_TARGET_H_
