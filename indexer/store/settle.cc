#include "indexer/store/settle.h"

#include "indexer/store/copy_pass.h"
#include "indexer/store/furniture_pass.h"

namespace postil::index {

// Furniture first: a text's signature is that of what remains.
void settle(Xapian::WritableDatabase& database, RecordChanges& changes,
            std::optional<double> copy_threshold) {
  settle_furniture(database, changes);
  settle_copies(database, changes, copy_threshold);
}

}  // namespace postil::index
