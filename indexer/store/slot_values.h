// The values of a slot in all records of a database that is being written: what settling looks at
// when it looks at everything.

#ifndef POSTIL_INDEXER_STORE_SLOT_VALUES_H_
#define POSTIL_INDEXER_STORE_SLOT_VALUES_H_

#include <xapian.h>

#include <functional>
#include <string>

namespace postil::index {

// Calls `show` with each record that has a value in the slot, in ascending order, changes that are
// not yet committed included. Throws what Xapian throws.
//
// Xapian's stream of a slot does not show these whenever it has just moved postings into its tables
// (glass of 1.4 asks how many documents were changed since, not whether values were), so that each
// record is asked instead.
void for_each_value(const Xapian::WritableDatabase& database, Xapian::valueno slot,
                    const std::function<void(Xapian::docid id, const std::string& value)>& show);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_SLOT_VALUES_H_
