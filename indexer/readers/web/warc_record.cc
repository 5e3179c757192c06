#include "indexer/readers/web/warc_record.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>
#include <vector>

#include "core/text/ascii.h"

namespace postil::index {
namespace {

constexpr std::size_t kPiece = 64UL * 1024;
constexpr std::size_t kLongestLine = 64UL * 1024;
constexpr std::size_t kMostHeaderLines = 1000;
constexpr int kAnyHeader = 15 + 32;  // of zlib: gzip or zlib, whichever it is

std::string_view trim(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool is_compressed(std::string_view head) { return head.substr(0, 2) == "\x1F\x8B"; }

bool read_number(std::string_view text, std::uint64_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool is_warc_start(std::string_view text) { return text.substr(0, 5) == "WARC/"; }

bool is_arc_start(std::string_view text) { return text.substr(0, 11) == "filedesc://"; }

Error broken(std::uint64_t record, std::string_view what) {
  return {ErrorKind::kInput, fmt::format("Record {} {}", record, what), ""};
}

}  // namespace

// The unpacked bytes of the source, a line or a stretch at a time.
class WarcRecords::Bytes {
 public:
  explicit Bytes(Source& source) : source_(source), packed_(kPiece) {
    const auto head = source.head(2);
    is_compressed_ = head && is_compressed(*head);
    if (is_compressed_) is_ready_ = inflateInit2(&stream_, kAnyHeader) == Z_OK;
    // Unpacked bytes count towards the file's expansion like those of any member.
    unpacker_.emplace(Source::of_member(
        source, "", [this](char* to, std::size_t size) { return unpack(to, size); }));
  }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes() {
    if (is_ready_) inflateEnd(&stream_);
  }

  // A line with its end, the end of the file being one too; "" there. Longer ones are cut.
  Result<std::string> line() {
    std::string line;
    for (;;) {
      const std::string_view rest = std::string_view(buffer_).substr(at_);
      const std::size_t end = rest.find('\n');
      const std::size_t size = end == std::string_view::npos ? rest.size() : end + 1;
      if (line.size() < kLongestLine) line.append(rest.substr(0, size));
      at_ += size;
      if (end != std::string_view::npos) return line;
      const auto more = fill();
      if (!more) return more.error();
      if (!*more) return line;
    }
  }

  // Moves over `size` bytes, keeping the first of them. Fewer only at the end of the file.
  Result<std::uint64_t> take(std::uint64_t size, std::size_t most, std::string& kept) {
    std::uint64_t taken = 0;
    while (taken < size) {
      if (at_ == buffer_.size()) {
        const auto more = fill();
        if (!more) return more.error();
        if (!*more) break;
      }
      const auto piece =
          static_cast<std::size_t>(std::min<std::uint64_t>(buffer_.size() - at_, size - taken));
      kept.append(buffer_, at_, std::min(piece, most - std::min(most, kept.size())));
      at_ += piece;
      taken += piece;
    }
    return taken;
  }

 private:
  Result<bool> fill() {
    buffer_.resize(kPiece);
    at_ = 0;
    const auto got = is_compressed_ ? unpacker_->read(buffer_.data(), kPiece)
                                    : source_.read(buffer_.data(), kPiece);
    buffer_.resize(got ? *got : 0);
    if (!got) return got.error();
    return *got > 0;
  }

  // The next unpacked bytes; one gzip member follows the other.
  Result<std::size_t> unpack(char* to, std::size_t size) {
    if (!is_ready_) return Error{ErrorKind::kInput, "It cannot be unpacked", ""};
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size) {
      if (stream_.avail_in == 0) {
        const auto got = source_.read(packed_.data(), packed_.size());
        if (!got) return got.error();
        if (*got == 0) {
          if (!in_member_) return std::size_t{0};
          return Error{ErrorKind::kInput, "The file ends within a compressed record", ""};
        }
        stream_.next_in = reinterpret_cast<Bytef*>(packed_.data());
        stream_.avail_in = static_cast<uInt>(*got);
      }
      in_member_ = true;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      if (result == Z_STREAM_END) {
        in_member_ = false;
        inflateReset2(&stream_, kAnyHeader);
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        is_ready_ = false;
        inflateEnd(&stream_);
        return Error{ErrorKind::kInput, "Its compressed data is damaged", ""};
      }
    }
    return size - stream_.avail_out;
  }

  Source& source_;
  bool is_compressed_ = false;
  bool is_ready_ = false;
  bool in_member_ = false;
  z_stream stream_{};
  std::vector<char> packed_;
  std::optional<Source> unpacker_;
  std::string buffer_;
  std::size_t at_ = 0;
};

bool looks_like_warc(std::string_view head) {
  if (is_compressed(head)) {
    const std::string start = inflate_bytes(head, 512);
    return is_warc_start(start) || is_arc_start(start);
  }
  return is_warc_start(head) || is_arc_start(head);
}

WarcRecords::WarcRecords(Source& source) : bytes_(std::make_unique<Bytes>(source)) {}
WarcRecords::~WarcRecords() = default;

std::uint64_t WarcRecords::number() const { return number_; }

Result<bool> WarcRecords::next(WarcRecord& record) {
  record = WarcRecord{};
  for (int blanks = 0; blanks < 1000; ++blanks) {
    const auto line = bytes_->line();
    if (!line) return line.error();
    if (line->empty()) return false;
    if (trim(*line).empty()) continue;
    ++number_;
    return is_warc_start(*line) ? next_warc(record) : next_arc(record, *line);
  }
  return broken(number_ + 1, "is not where it should be: there are only blank lines");
}

Result<bool> WarcRecords::next_warc(WarcRecord& record) {
  bool has_length = false;
  for (std::size_t lines = 0; lines < kMostHeaderLines; ++lines) {
    const auto line = bytes_->line();
    if (!line) return line.error();
    const std::string_view text = trim(*line);
    if (text.empty()) break;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = text::lower(trim(text.substr(0, colon)));
    std::string_view value = trim(text.substr(colon + 1));
    if (name == "warc-type") record.type = text::lower(value);
    if (name == "warc-date") record.date = value;
    if (name == "content-type") record.content_type = value;
    if (name == "content-length") has_length = read_number(value, record.length);
    if (name == "warc-target-uri") {
      if (value.size() > 1 && value.front() == '<') value = value.substr(1, value.size() - 2);
      record.uri = value;
    }
  }
  if (!has_length) return broken(number_, "does not say how long it is");
  return read_block(record);
}

// URL IP-address date content-type length, and in version 2 more before the length.
Result<bool> WarcRecords::next_arc(WarcRecord& record, std::string_view line) {
  std::vector<std::string_view> words;
  for (std::string_view rest = trim(line); !rest.empty() && words.size() < 20;) {
    const std::size_t space = rest.find(' ');
    words.push_back(rest.substr(0, space));
    rest.remove_prefix(std::min(rest.size(), words.back().size() + 1));
  }
  // A URL with spaces in it: the rest is counted from the end.
  if (words.size() < 5 || !read_number(words.back(), record.length)) {
    return broken(number_, "does not begin like one");
  }
  const std::size_t n = words.size();
  record.uri = line.substr(0, static_cast<std::size_t>(words[n - 4].data() - line.data()) - 1);
  record.date = words[n - 3];
  record.content_type = words[n - 2];
  record.type = is_arc_start(record.uri) ? "warcinfo" : "response";
  return read_block(record);
}

Result<bool> WarcRecords::read_block(WarcRecord& record) {
  const auto taken = bytes_->take(record.length, kLargestBlock, record.block);
  if (!taken) {
    record.is_cut = true;
    if (record.block.empty()) return taken.error();
    return true;  // the error comes again with the next record
  }
  record.is_cut = record.block.size() < record.length;
  return true;
}

std::string inflate_bytes(std::string_view packed, std::size_t most) {
  for (const int header : {kAnyHeader, -15}) {
    z_stream stream{};
    if (inflateInit2(&stream, header) != Z_OK) return "";
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(std::min<std::size_t>(packed.size(), UINT32_MAX));
    std::string bytes;
    int result = Z_OK;
    while (result == Z_OK && bytes.size() < most) {
      const std::size_t at = bytes.size();
      bytes.resize(std::min(most, at + kPiece));
      stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + at);
      stream.avail_out = static_cast<uInt>(bytes.size() - at);
      result = inflate(&stream, Z_NO_FLUSH);
      bytes.resize(bytes.size() - stream.avail_out);
      if (bytes.size() == at) break;
    }
    inflateEnd(&stream);
    if (!bytes.empty()) return bytes;
  }
  return "";
}

}  // namespace postil::index
