// Builds a new database. Each batch goes into small databases of its own (segments), written by the
// thread that has the batch; they are merged in the order of the walk by Xapian's compaction and
// the result is published as the next generation. Several times faster than one large database, and
// what readers see is untouched until the end.

#ifndef POSTIL_INDEXER_STORE_SEGMENT_WRITER_H_
#define POSTIL_INDEXER_STORE_SEGMENT_WRITER_H_

#include <memory>

#include "indexer/store/database_folder.h"
#include "indexer/store/writer.h"

namespace postil::index {

// `folder` must be locked and outlive the writer.
Result<std::unique_ptr<Writer>> make_segment_writer(DatabaseFolder& folder);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_SEGMENT_WRITER_H_
