// What postil-index does when it is asked to index: one run, with progress, report and summary.

#ifndef POSTIL_INDEXER_RUN_H_
#define POSTIL_INDEXER_RUN_H_

#include "indexer/options.h"

namespace postil::index {

// The exit status; errors have been reported.
int run(const Options& options);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_RUN_H_
