// What a file is that no reader of text should be given: known by its first bytes, by its ending,
// or by bytes that no text has. Used by the registry when it chooses a reader.

#ifndef POSTIL_INDEXER_READERS_ENCODING_BINARY_H_
#define POSTIL_INDEXER_READERS_ENCODING_BINARY_H_

#include <optional>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"

namespace postil::index {

// Why a file is not read. The reasons:
//   "binary"     no text: a picture, a program, a database
//   "no-reader"  a document or data of a format that this program cannot read (yet)
struct Refusal {
  std::string_view reason;
  std::string detail;
};

// Nothing if the sample looks like plain text that could be an article.
std::optional<Refusal> refuse(const Sample& sample);

// Whether a ZIP file is a document, not an archive: "EPUB", "OpenDocument", "Microsoft Word
// (.docx)" and so on by its first entries; by its ending if they do not tell. "ZIP" for an archive.
std::string_view zip_kind(std::string_view bytes, std::string_view ending);

// The file's ending in lower case without the dot ("txt"), "" if it has none.
std::string ending_of(std::string_view path);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_ENCODING_BINARY_H_
