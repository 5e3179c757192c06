// Archives and compressed files: ZIP, TAR, and what gzip, bzip2, xz or zstd packed. Each file in
// them is read by the reader that its content asks for, archives in archives too.

#ifndef POSTIL_INDEXER_READERS_ARCHIVES_ARCHIVE_H_
#define POSTIL_INDEXER_READERS_ARCHIVES_ARCHIVE_H_

#include "indexer/readers/reader.h"

namespace postil::index {

extern const Reader kArchiveReader;

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ARCHIVES_ARCHIVE_H_
