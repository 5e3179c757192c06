// A file that is read from front to back through a buffer: what output_file.h wrote. A failure is
// kept, and nothing comes after it, so that the code that merges need not ask after each item.

#ifndef POSTIL_INDEXER_STORE_GLASS_INPUT_FILE_H_
#define POSTIL_INDEXER_STORE_GLASS_INPUT_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"

namespace postil::index::glass {

// Opens its file for no longer than it takes to fill the buffer: there may be any number of them.
class InputFile {
 public:
  explicit InputFile(std::string path) : path_(std::move(path)) {}

  // Whether something is left to read.
  bool has_more() { return fill(1); }

  // What put_number() and put_string() wrote; after a failure 0 and "". A string is valid until the
  // next call.
  std::uint64_t number() {
    const bool is_short = at_ < buffer_.size() && static_cast<unsigned char>(buffer_[at_]) < 0x80;
    return is_short ? static_cast<unsigned char>(buffer_[at_++]) : long_number();
  }
  std::string_view string() {
    const std::size_t size = number();
    if (!fill(size)) return cut_short();
    at_ += size;
    return {buffer_.data() + at_ - size, size};
  }

  // What was read is not what was written.
  void set_damaged() {
    if (error_ == 0) error_ = kDamaged;
  }
  bool is_good() const { return error_ == 0; }

  // What went wrong first.
  Status status() const;

 private:
  static constexpr int kDamaged = -1;

  // Makes at least `wanted` bytes stand in the buffer, unless the file ends before.
  bool fill(std::size_t wanted) { return buffer_.size() - at_ >= wanted || read_on(wanted); }
  bool read_on(std::size_t wanted);
  std::uint64_t long_number();
  std::string_view cut_short();

  std::string path_;
  std::string buffer_;
  std::size_t at_ = 0;        // in buffer_
  std::uint64_t offset_ = 0;  // of the file, behind buffer_
  bool at_end_ = false;
  int error_ = 0;  // errno or kDamaged
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_INPUT_FILE_H_
