// Opens a file for source.h by a path of any length, and only if it is a regular file.

#ifndef POSTIL_INDEXER_READERS_OPEN_FILE_H_
#define POSTIL_INDEXER_READERS_OPEN_FILE_H_

#include <cstdint>
#include <string>

#include "core/base/result.h"

namespace postil::index {

struct OpenFile {
  int descriptor = -1;  // the caller's to close
  std::uint64_t size = 0;
};

// Never waits: a pipe that takes the file's place is seen and left alone.
Result<OpenFile> open_file(const std::string& path);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_OPEN_FILE_H_
