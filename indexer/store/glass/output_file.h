// A file that is written from front to back through a buffer. A failure is kept and everything
// after it dropped, so that the code that fills tables need not ask after each item.

#ifndef POSTIL_INDEXER_STORE_GLASS_OUTPUT_FILE_H_
#define POSTIL_INDEXER_STORE_GLASS_OUTPUT_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace postil::index::glass {

class OutputFile {
 public:
  // A file that is kept is synced, by the descriptor that wrote it: to another the system need not
  // tell what could not be written. It is written to the disk all along, so that this takes less
  // time.
  enum class Lifetime : char { kTemporary, kKept };

  // Makes the file, or empties it.
  explicit OutputFile(std::string path, Lifetime lifetime = Lifetime::kTemporary);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  void append(std::string_view bytes) {
    buffer_.append(bytes);
    appended();
  }

  // What appends many small pieces does it here, and calls appended() now and then.
  std::string& buffer() { return buffer_; }
  void appended() {
    if (buffer_.size() >= kBuffer) flush();
  }

  // Bytes appended so far.
  std::uint64_t size() const { return flushed_ + buffer_.size(); }

  const std::string& path() const { return path_; }

  // What went wrong first.
  Status status() const;

  // Everything is handed to the system, or if the file is kept to the disk, and the file closed.
  Status finish();

 private:
  static constexpr std::size_t kBuffer = 256UL * 1024;

  void flush();
  void begin_sync();

  std::string path_;
  Lifetime lifetime_;
  int descriptor_;
  int error_ = 0;  // errno
  std::uint64_t flushed_ = 0;
  std::uint64_t begun_ = 0;  // bytes that the system was asked to write to the disk
  std::string buffer_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_OUTPUT_FILE_H_
