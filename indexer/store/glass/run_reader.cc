#include "indexer/store/glass/run_reader.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace postil::index::glass {
namespace {

constexpr std::size_t kBuffer = 256UL * 1024;
constexpr std::size_t kLongestNumber = 10;

}  // namespace

// Makes at least `wanted` bytes stand in the buffer, unless the file ends before.
bool RunMerger::Reader::fill(std::size_t wanted) {
  if (buffer_.size() - at_ >= wanted) return true;
  if (at_end_ || error_ != 0) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(std::max(wanted, kBuffer));
  const int descriptor = ::open(place_.path.c_str(), O_RDONLY | O_CLOEXEC);
  std::size_t filled = kept;
  while (descriptor >= 0 && filled < buffer_.size()) {
    const ssize_t got = ::pread(descriptor, buffer_.data() + filled, buffer_.size() - filled,
                                static_cast<off_t>(offset_));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) error_ = errno;
    at_end_ = got == 0;
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
    offset_ += static_cast<std::uint64_t>(got);
  }
  if (descriptor < 0) error_ = errno;
  if (descriptor >= 0) ::close(descriptor);
  buffer_.resize(filled);
  return buffer_.size() >= wanted;
}

std::uint64_t RunMerger::Reader::number() {
  fill(kLongestNumber);  // may be fewer at the end of the file
  std::uint64_t value = 0;
  for (unsigned shift = 0; at_ < buffer_.size() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(buffer_[at_++]);
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  if (error_ == 0) error_ = -1;
  return 0;
}

std::string_view RunMerger::Reader::bytes(std::size_t size) {
  if (!fill(size)) {
    if (error_ == 0) error_ = -1;
    return {};
  }
  at_ += size;
  return std::string_view(buffer_).substr(at_ - size, size);
}

bool RunMerger::Reader::next_key() {
  if (!fill(1)) return false;
  key_ = bytes(number());
  left_ = static_cast<std::uint32_t>(number());
  ordinal_ = 0;
  return error_ == 0;
}

bool RunMerger::Reader::next_posting() {
  while (left_ > 0 && error_ == 0) {
    --left_;
    ordinal_ += static_cast<std::uint32_t>(number());
    const std::size_t size = number();
    payload_ = bytes(size);
    if (key_[0] == static_cast<char>(KeyKind::kMetadata)) return error_ == 0;
    if (ordinal_ >= place_.documents->size()) {
      error_ = -1;
      return false;
    }
    document_ = (*place_.documents)[ordinal_];
    if (document_ != kNoDocument) return error_ == 0;
  }
  return false;
}

Status RunMerger::Reader::status() const {
  if (error_ == 0) return ok();
  const std::string why = error_ < 0 ? "it is damaged" : std::generic_category().message(error_);
  return Error{ErrorKind::kDatabase, fmt::format("cannot read {}: {}", place_.path, why),
               "check the disk and run again: the last good index still stands"};
}

}  // namespace postil::index::glass
