// The file `iamglass`, which makes a folder of tables a glass database: where each table's root is,
// and the statistics of the whole. Written last.

#ifndef POSTIL_INDEXER_STORE_GLASS_VERSION_FILE_H_
#define POSTIL_INDEXER_STORE_GLASS_VERSION_FILE_H_

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace postil::index::glass {

struct Statistics {
  std::uint32_t documents = 0;  // numbered from 1 without a gap
  std::uint32_t shortest = 0;   // length (sum of wdf) above 0 of any document; 0: none is above
  std::uint32_t longest = 0;
  std::uint32_t highest_wdf = 0;
  std::uint64_t total_length = 0;

  void add_document(std::uint32_t length) {
    ++documents;
    if (length > 0 && (shortest == 0 || length < shortest)) shortest = length;
    longest = std::max(longest, length);
    total_length += length;
  }
};

// Serialised roots (TableWriter::finish), in the order in which the file has them.
struct Roots {
  std::string postlist;
  std::string docdata;
  std::string termlist;
  std::string position;
  std::string spelling;
  std::string synonym;
};

// The name of the format and its version of 14 March 2016: the first bytes of the file.
std::string_view format_mark();

Status write_version_file(const std::string& folder, const Roots& roots, const Statistics& all);

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_VERSION_FILE_H_
