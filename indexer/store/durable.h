// Making sure that what was written is on the disk and stays there through a power cut, in the
// order in which it must. Used when a generation is published.

#ifndef POSTIL_INDEXER_STORE_DURABLE_H_
#define POSTIL_INDEXER_STORE_DURABLE_H_

#include <string>

#include "core/base/result.h"

namespace postil::index {

// Syncs every file in the folder (not in folders below it) and the folder itself.
Status make_durable(const std::string& folder);

// Syncs the folder's list of names.
Status sync_folder(const std::string& folder);

// Puts `content` in the place of `path` at one stroke, by way of the file `temporary` beside it.
Status replace_file(const std::string& path, const std::string& temporary,
                    const std::string& content);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_DURABLE_H_
