// Decides which paragraphs are furniture because they recur (recurring/recurrence.h), and makes the
// records anew of which that is true or no longer true, from what is stored of them. After a run
// that changed a few records it looks at their paragraphs; the outcome is that of looking at all.

#ifndef POSTIL_INDEXER_STORE_FURNITURE_PASS_H_
#define POSTIL_INDEXER_STORE_FURNITURE_PASS_H_

#include <xapian.h>

#include "indexer/store/record_changes.h"

namespace postil::index {

// Adds to `changes` the records that are made anew. Throws what Xapian throws.
void settle_furniture(Xapian::WritableDatabase& database, RecordChanges& changes);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_FURNITURE_PASS_H_
