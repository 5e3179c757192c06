// --inspect FILE: how a file is understood, as JSON (version 1), without any database.

#ifndef POSTIL_INDEXER_INSPECT_H_
#define POSTIL_INDEXER_INSPECT_H_

#include "indexer/options.h"

namespace postil::index {

// The exit status: kFailed if the file cannot be opened; a file that holds no article is told of in
// the JSON, and with --strict the status is kSomeSkipped.
int inspect(const Options& options);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_INSPECT_H_
