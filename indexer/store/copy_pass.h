// Brings what a database says of near-duplicates in step with its records: the last step of a run,
// before it is committed. After a run that changed a few records it looks at these and at what is
// linked to them; the outcome is that of looking at all.

#ifndef POSTIL_INDEXER_STORE_COPY_PASS_H_
#define POSTIL_INDEXER_STORE_COPY_PASS_H_

#include <xapian.h>

#include <optional>

#include "indexer/store/record_changes.h"

namespace postil::index {

// The threshold that the database was made with; none if it says nothing.
std::optional<double> stored_copy_threshold(const Xapian::Database& database);

// `threshold` as in resemblance.h; none: the one that the database was made with, or
// the default. Writes in the transaction that is open, if one is. Throws what Xapian throws.
void settle_copies(Xapian::WritableDatabase& database, RecordChanges& changes,
                   std::optional<double> threshold);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_COPY_PASS_H_
