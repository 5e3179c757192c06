// The records of web archives, WARC 1.0 and 1.1 (ISO 28500) and ARC 1.0: where each begins and
// ends, its header, its block; files whole or in gzip members. Our own, because the library that
// reads archives of other kinds drops the host of each page. See warc.h for what is made of them.

#ifndef POSTIL_INDEXER_READERS_WEB_WARC_RECORD_H_
#define POSTIL_INDEXER_READERS_WEB_WARC_RECORD_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "indexer/readers/source.h"

namespace postil::index {

struct WarcRecord {
  std::string type;          // "response", "resource", "conversion" …; of an ARC: "response"
  std::string uri;           // of the page
  std::string date;          // of the capture, as written
  std::string content_type;  // of the block
  std::uint64_t length = 0;  // of the block, as declared
  std::string block;         // as much of it as there is, at most kLargestBlock
  bool is_cut = false;       // the block is longer, or the file ends within it
};

// A block is kept up to here; longer ones are films and disk images.
inline constexpr std::size_t kLargestBlock = 32UL * 1024 * 1024;

// "WARC/1." or an ARC's first line, also when the bytes are compressed.
bool looks_like_warc(std::string_view head);

class WarcRecords {
 public:
  // The source must outlive this.
  explicit WarcRecords(Source& source);
  ~WarcRecords();

  // The next record; false at the end. An Error says what is wrong and where; nothing follows it.
  Result<bool> next(WarcRecord& record);

  std::uint64_t number() const;  // of the record, from 1

 private:
  class Bytes;
  Result<bool> next_warc(WarcRecord& record);
  Result<bool> next_arc(WarcRecord& record, std::string_view line);
  Result<bool> read_block(WarcRecord& record);

  std::unique_ptr<Bytes> bytes_;
  std::uint64_t number_ = 0;
};

// Undoes gzip, zlib or raw deflate, up to `most` bytes; what is broken gives what came before it.
std::string inflate_bytes(std::string_view packed, std::size_t most);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_READERS_WEB_WARC_RECORD_H_
