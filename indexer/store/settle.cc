#include "indexer/store/settle.h"

#include <fmt/format.h>

#include "indexer/store/copy_pass.h"
#include "indexer/store/furniture_pass.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {

// Furniture first: a text's signature is that of what remains.
void settle(Xapian::WritableDatabase& database, RecordChanges& changes,
            std::optional<double> copy_threshold) {
  settle_furniture(database, changes);
  settle_copies(database, changes, copy_threshold);
}

Status settle_new(const std::string& folder, std::optional<double> copy_threshold) {
  return guarded(fmt::format("write to {}", folder), [&] {
    // Nobody sees it yet: blocks are changed where they are, or each that is touched would leave an
    // empty one behind; and all is synced when it is published.
    Xapian::WritableDatabase database(folder,
                                      Xapian::DB_OPEN | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
    RecordChanges changes;
    changes.set_unknown();
    settle(database, changes, copy_threshold);
    database.commit();
    database.close();
    return ok();
  });
}

}  // namespace postil::index
