// One run of the indexer: brings a database in step with the files below some paths. Everything
// that the other folders do comes together here, and the program (indexer/*.cc) knows only this.
//
//   walk ─batches→ queue → workers (read, extract, analyse) → Writer, in the order of the walk

#ifndef POSTIL_INDEXER_PIPELINE_INDEX_RUN_H_
#define POSTIL_INDEXER_PIPELINE_INDEX_RUN_H_

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "indexer/pipeline/ledger.h"
#include "indexer/pipeline/run_progress.h"
#include "indexer/store/index_reader.h"
#include "indexer/walk/walk.h"

namespace postil::index {

// How a new database is built.
enum class WriterKind : char {
  kGlass,  // its tables are written directly (store/glass), if this Xapian has their format
  kApi,    // through Xapian's API
};

struct RunRequest {
  std::string database;            // a folder, made if it is not there
  std::vector<std::string> paths;  // none with `full`: all that the database has
  // Of a watch: what of `paths`, which then are absolute and without links, is looked at; it may be
  // gone. None: all of them, and all must be there.
  std::vector<std::string> changed;
  WalkOptions walk;
  std::string metadata;                   // the file of --metadata, "" for each folder's own
  std::vector<std::string> not_articles;  // files that the program itself writes
  std::string worker_program;             // reads what is dangerous: see worker.h; "" for none
  unsigned jobs = 1;
  WriterKind writer = WriterKind::kGlass;
  std::uint64_t memory = 0;  // bytes for building a database, about; 0: by the machine's
  std::optional<double> copy_threshold;  // store/copy_pass.h; none: as it was
  bool full = false;
  bool dry_run = false;
};

struct RunSummary {
  RunCounts counts;
  Totals totals;                           // of the database after the run
  bool is_new = false;                     // a database was built, not updated
  bool fell_back = false;                  // it was built through the API though not asked for
  bool interrupted = false;                // stopped before its end; what was done is kept
  std::vector<std::string> dropped_roots;  // known before, not given to --full
};

// Runs to the end, or until `stop` becomes true: then the files in hand are finished and kept, and
// nothing is removed. An Error means that the last good index stands.
Result<RunSummary> run_index(const RunRequest& request, const RunListener& listener,
                             RunProgress& progress, const std::atomic<bool>& stop);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_INDEX_RUN_H_
