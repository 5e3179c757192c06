// The states of all files in one piece beside the database, so that a run over an unchanged folder
// reads one file and need not look up each state. Written by the indexer when it has committed, and
// only ever a shorter way to what the database's metadata says: without it, or with that of another
// state of the database, metadata is read.

#ifndef POSTIL_INDEXER_STORE_KNOWN_FILES_FILE_H_
#define POSTIL_INDEXER_STORE_KNOWN_FILES_FILE_H_

#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/schema/columns.h"
#include "indexer/store/known_files.h"

namespace postil::index {

// The file's name inside a generation's folder.
inline constexpr const char* kKnownFilesFile = "files";

// All files of the database in this state; none if the file is not there, or of another state or
// layout. An Error of kind kDatabase if it is damaged.
Result<std::optional<FileList>> read_known_files(const std::string& generation,
                                                 const schema::DatabaseState& state);

// Brings the file in step with the database. `before`: what the database knew before the run, of
// which only `changed` (keys, file_key(), in any order) is looked up; null if all is.
Status write_known_files(const std::string& generation, const KnownFiles* before,
                         std::vector<std::string> changed);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_KNOWN_FILES_FILE_H_
