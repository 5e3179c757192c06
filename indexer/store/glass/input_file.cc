#include "indexer/store/glass/input_file.h"

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

bool InputFile::read_on(std::size_t wanted) {
  if (at_end_ || error_ != 0) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t kept = buffer_.size();
  buffer_.resize(std::max(wanted, kBuffer));
  const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
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

std::uint64_t InputFile::long_number() {
  fill(kLongestNumber);  // may be fewer at the end of the file
  std::uint64_t value = 0;
  for (unsigned shift = 0; at_ < buffer_.size() && shift < 64; shift += 7) {
    const auto byte = static_cast<unsigned char>(buffer_[at_++]);
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  set_damaged();
  return 0;
}

std::string_view InputFile::cut_short() {
  set_damaged();
  return {};
}

Status InputFile::status() const {
  if (error_ == 0) return ok();
  const std::string why =
      error_ == kDamaged ? "it is damaged" : std::generic_category().message(error_);
  return Error{ErrorKind::kDatabase, fmt::format("cannot read {}: {}", path_, why),
               "check the disk and run again: the last good index still stands"};
}

}  // namespace postil::index::glass
