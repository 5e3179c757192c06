// What takes analysed files into a database. One interface, so that a run need not know how: into a
// database that exists, by Xapian's API (update_writer.h); into a new one, by writing its tables
// (glass/glass_writer.h) or by small databases that are merged (segment_writer.h).
//
// A run's files come in batches, numbered from 0 in the order of the walk. Batches may be written
// by several threads at once, each batch by one; every number is ended exactly once, whatever
// happens on the way. The documents end up in the order of the walk, however many threads there
// are.

#ifndef POSTIL_INDEXER_STORE_WRITER_H_
#define POSTIL_INDEXER_STORE_WRITER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/schema/columns.h"
#include "core/schema/roots.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/file_state.h"

namespace postil::index {

// One file, or a part of a large one. The parts of a file follow each other.
struct FileUpdate {
  std::string key;                      // file_key()
  bool replaces_records = true;         // false: of a known file, only size and time are new
  bool is_known = false;                // the database holds a state, and perhaps records, of it
  bool is_last = true;                  // no part follows
  std::vector<AnalysedRecord> records;  // in the order of the file
  FileState state;                      // in the last part
};

// Records whose values a run changed in a database that existed, and the state that it had before.
struct ChangedRecords {
  schema::DatabaseState since;
  std::vector<std::uint32_t> records;  // ascending; some may be gone
};

class Writer {
 public:
  virtual ~Writer() = default;

  // Takes the updates of one batch, or some of them; may wait for earlier batches. After an Error
  // nothing more is written, and every further call gives that Error. Thread-safe.
  virtual Status write(std::uint64_t batch, const std::vector<FileUpdate>& updates) = 0;

  // Nothing more comes of this batch. Never waits for another batch. Thread-safe.
  virtual Status end_batch(std::uint64_t batch) = 0;

  // Removes files and their records. When all batches have ended.
  virtual Status remove(const std::vector<std::string>& keys) = 0;

  // Brings what records say of each other in step (settle.h)
  // and makes all that was written, and the roots, the database that readers see; the last call.
  // Without it what readers see is the last state that was committed.
  virtual Status finish(const std::vector<schema::Root>& roots,
                        std::optional<double> copy_threshold) = 0;

  // After finish(); none if nothing is known of the changes, or nothing was changed.
  virtual std::optional<ChangedRecords> changed_records() const { return std::nullopt; }
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_WRITER_H_
