// What postil-index says of itself: --help and --version.

#ifndef POSTIL_INDEXER_HELP_H_
#define POSTIL_INDEXER_HELP_H_

#include <string>

namespace postil::index {

std::string help_text();

// The program, its schema, its libraries and the readers that are built in.
std::string version_text();

}  // namespace postil::index

#endif  // POSTIL_INDEXER_HELP_H_
