// Writes into a database that exists, in place: what changed is replaced, the rest is not touched.
// Records that keep their id keep their place. The cost is in proportion to the change.

#ifndef POSTIL_INDEXER_STORE_UPDATE_WRITER_H_
#define POSTIL_INDEXER_STORE_UPDATE_WRITER_H_

#include <memory>
#include <string>

#include "indexer/store/writer.h"

namespace postil::index {

// Opens the database in the folder `generation` for writing, before any other thread is started;
// messages call it `name`. Whole files are committed every so often, never half of one.
Result<std::unique_ptr<Writer>> open_update_writer(const std::string& generation,
                                                   const std::string& name);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_UPDATE_WRITER_H_
