// What the package document of an EPUB says: the book's metadata, its files in reading order, and
// the titles that its table of contents gives them.

#ifndef POSTIL_INDEXER_READERS_DOCUMENTS_EPUB_PACKAGE_H_
#define POSTIL_INDEXER_READERS_DOCUMENTS_EPUB_PACKAGE_H_

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/model/article.h"

namespace postil::index {

// The files of the book by their paths inside it.
using BookParts = std::map<std::string, std::string>;

struct EpubPackage {
  Metadata book;
  std::vector<std::string> spine;             // paths of text files in reading order, each once
  std::map<std::string, std::string> titles;  // of files, from the table of contents
};

// The path of the package document; "" if the container names none.
std::string package_path(const BookParts& parts);

// Reads the package document at `path`, which must be one of the parts.
EpubPackage read_package(const BookParts& parts, const std::string& path);

// Paths of files that are encrypted (fonts often are, and do not matter).
std::set<std::string> encrypted_parts(const BookParts& parts);

// A reference in the file at `base`, without its fragment: "../text/ch%201.xhtml" from
// "toc/nav.xhtml" is "text/ch 1.xhtml". Never leads out of the book.
std::string resolve_part(std::string_view base, std::string_view reference);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_DOCUMENTS_EPUB_PACKAGE_H_
