// Builds a new database without Xapian: the tables of its glass format are written directly, which
// takes less time than to build them up through the API. The result is an ordinary
// database. The format is told in docs/glass.md.
//
// Each thread inverts what it writes into runs (inverter.h) and keeps the rest in a spool
// (document_spool.h); finish() brings in step what records say of each other (settlement.h), writes
// the tables that are ordered by document (document_tables.h) and merges the runs into those that
// are ordered by term (postlist_table.h).

#ifndef POSTIL_INDEXER_STORE_GLASS_GLASS_WRITER_H_
#define POSTIL_INDEXER_STORE_GLASS_GLASS_WRITER_H_

#include <cstddef>
#include <memory>
#include <string>

#include "indexer/store/database_folder.h"
#include "indexer/store/writer.h"

namespace postil::index::glass {

struct WriterLimits {
  unsigned threads = 1;    // that write at once
  std::size_t memory = 0;  // about how much all inverters may take; each takes one record at least
};

// Whether the Xapian that this program runs with writes the format that this writer knows: a small
// database in `folder`, which is deleted again, shows it. An Error if that cannot be made. `folder`
// must be locked.
Result<bool> is_supported(DatabaseFolder& folder);

// `folder` must be locked and outlive the writer.
Result<std::unique_ptr<Writer>> make_glass_writer(DatabaseFolder& folder,
                                                  const WriterLimits& limits);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_GLASS_WRITER_H_
