#include "indexer/store/glass/run_reader.h"

namespace postil::index::glass {

bool RunMerger::Reader::next_key() {
  if (!in_.has_more()) return false;
  key_ = in_.string();
  left_ = static_cast<std::uint32_t>(in_.number());
  ordinal_ = 0;
  return in_.is_good();
}

bool RunMerger::Reader::next_posting() {
  while (left_ > 0 && in_.is_good()) {
    --left_;
    ordinal_ += static_cast<std::uint32_t>(in_.number());
    payload_ = in_.string();
    if (key_[0] == static_cast<char>(KeyKind::kMetadata)) return in_.is_good();
    if (ordinal_ >= documents_.size()) {
      in_.set_damaged();
      return false;
    }
    document_ = documents_[ordinal_];
    if (document_ != kNoDocument) return in_.is_good();
  }
  return false;
}

}  // namespace postil::index::glass
