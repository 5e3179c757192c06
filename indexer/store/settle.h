// The last step of a run, before it is committed: brings in step what records say of each other,
// first which paragraphs are furniture because they recur, then near-duplicates. The outcome
// depends on the set of records only, not on the runs that they came by.

#ifndef POSTIL_INDEXER_STORE_SETTLE_H_
#define POSTIL_INDEXER_STORE_SETTLE_H_

#include <xapian.h>

#include <optional>
#include <string>

#include "indexer/store/record_changes.h"

namespace postil::index {

// `copy_threshold`: see copy_pass.h. `changes` learns what is changed here. Writes in the
// transaction that is open, if one is. Throws what Xapian throws.
void settle(Xapian::WritableDatabase& database, RecordChanges& changes,
            std::optional<double> copy_threshold);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_SETTLE_H_
