// Making sure that what was written is on the disk and stays there through a power cut, in the
// order in which it must. Used when a generation is published and for what is written beside it.

#ifndef POSTIL_INDEXER_STORE_DURABLE_H_
#define POSTIL_INDEXER_STORE_DURABLE_H_

#include <functional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace postil::index {

// Syncs every file in the folder (not in folders below it) and the folder itself. What is written
// here, not by Xapian, is synced before, by the descriptor that wrote it: it alone is sure to be
// told of all errors.
Status make_durable(const std::string& folder);

// Syncs the folder's list of names.
Status sync_folder(const std::string& folder);

// What stands in a file, handed over piece by piece.
using Put = std::function<void(std::string_view piece)>;
using Content = std::function<void(const Put& put)>;

// What a power cut leaves of a file that was just replaced.
enum class AfterPowerCut {
  kNew,       // the new one
  kWhole,     // the old one or the new one
  kAnything,  // perhaps a part: its content tells by itself whether it is whole
};

// Puts `content` in the place of `path` at one stroke, by way of the file `temporary` beside it,
// which is gone afterwards, whatever happens.
Status replace_file(const std::string& path, const std::string& temporary, const Content& content,
                    AfterPowerCut left);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_DURABLE_H_
