// Writes the columns of a database (core/schema/columns.h) beside it, out of its own values: the
// last step of a run, when the database is committed.

#ifndef POSTIL_INDEXER_STORE_COLUMN_WRITER_H_
#define POSTIL_INDEXER_STORE_COLUMN_WRITER_H_

#include <optional>
#include <string>

#include "core/base/result.h"
#include "indexer/store/writer.h"

namespace postil::index {

// Brings the columns in the folder of a generation in step with its database; nothing to do if they
// are of its state already. If `changes` tells of few records, and the file is of the state before
// them, it looks at these only; else it reads every counted value: about a second for a million
// records.
// Readers see the old file or the new one. Without columns answers are slower, not wrong, so a
// failure leaves the index good.
Status write_columns(const std::string& generation,
                     const std::optional<ChangedRecords>& changes = std::nullopt);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_COLUMN_WRITER_H_
