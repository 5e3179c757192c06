// Slips in a command line that only the file system can tell of, and that would cost its owner
// something.

#ifndef POSTIL_INDEXER_SLIPS_H_
#define POSTIL_INDEXER_SLIPS_H_

#include "core/base/result.h"
#include "indexer/options.h"

namespace postil::index {

// To be asked before anything is read or written: touches nothing.
Status check_for_slips(const Options& options);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_SLIPS_H_
