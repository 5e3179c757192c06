#include "indexer/readers/lines.h"

namespace postil::index {
namespace {

constexpr std::size_t kPiece = 256UL * 1024;

}  // namespace

Result<bool> Lines::fill() {
  buffer_.resize(kPiece);
  at_ = 0;
  const auto got = source_.read(buffer_.data(), buffer_.size());
  buffer_.resize(got ? *got : 0);
  if (!got) return got.error();
  return *got != 0;
}

Result<bool> Lines::next() {
  line_.clear();
  length_ = 0;
  bool any = false;
  for (;;) {
    if (at_ == buffer_.size()) {
      const auto more = fill();
      if (!more) return more;
      if (!*more) break;
    }
    any = true;
    const std::size_t end = buffer_.find('\n', at_);
    const std::size_t stop = end == std::string::npos ? buffer_.size() : end;
    length_ += stop - at_;
    if (is_too_long()) {
      line_.clear();
      line_.shrink_to_fit();
    } else {
      line_.append(buffer_, at_, stop - at_);
    }
    at_ = stop;
    if (end != std::string::npos) {
      ++at_;
      break;
    }
  }
  if (!any) return false;
  ++number_;
  if (!line_.empty() && line_.back() == '\r') line_.pop_back();
  return true;
}

}  // namespace postil::index
