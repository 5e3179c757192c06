// The lines of a source of any length, one at a time, none longer than a bound.

#ifndef POSTIL_INDEXER_READERS_LINES_H_
#define POSTIL_INDEXER_READERS_LINES_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "indexer/readers/source.h"

namespace postil::index {

class Lines {
 public:
  // `longest`: bytes of a line that are kept; the source must outlive this.
  Lines(Source& source, std::size_t longest) : source_(source), longest_(longest) {}

  // Moves to the next line. False at the end of the source.
  Result<bool> next();

  // The line without its end (LF or CRLF), bytes as they are; until next(). Empty if too long.
  std::string_view line() const { return line_; }

  std::uint64_t number() const { return number_; }  // from 1
  std::uint64_t length() const { return length_; }  // in bytes, even of one that is too long
  bool is_too_long() const { return length_ > longest_; }

 private:
  Result<bool> fill();

  Source& source_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::string line_;
  std::uint64_t number_ = 0;
  std::uint64_t length_ = 0;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_LINES_H_
