// Writes into a database that exists, in place: what changed is replaced, the rest is not touched.
// Records that keep their id keep their place. The cost is in proportion to the change.

#ifndef POSTIL_INDEXER_STORE_UPDATE_WRITER_H_
#define POSTIL_INDEXER_STORE_UPDATE_WRITER_H_

#include <memory>
#include <string>

#include "indexer/store/writer.h"

namespace postil::index {

// For the database in the folder `generation`, which messages call `name`. It is opened when there
// is something to write, so a run that changes nothing touches nothing. Whole files are committed
// every so often, never half of one. Must be called before any other thread is started.
std::unique_ptr<Writer> make_update_writer(const std::string& generation, const std::string& name);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_UPDATE_WRITER_H_
