// A file that is written from front to back through a buffer. A failure is kept and everything
// after it dropped, so that the code that fills tables need not ask after each item.

#ifndef POSTIL_INDEXER_STORE_GLASS_OUTPUT_FILE_H_
#define POSTIL_INDEXER_STORE_GLASS_OUTPUT_FILE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace postil::index::glass {

class OutputFile {
 public:
  // Makes the file, or empties it.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes);

  // Bytes appended so far.
  std::uint64_t size() const { return size_; }

  const std::string& path() const { return path_; }

  // What went wrong first.
  Status status() const;

  // Everything is handed to the system (not synced) and the file closed.
  Status finish();

 private:
  void flush();

  std::string path_;
  int descriptor_;
  int error_ = 0;  // errno
  std::uint64_t size_ = 0;
  std::string buffer_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_OUTPUT_FILE_H_
