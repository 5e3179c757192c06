#include "query/search/glass/postings.h"

#include <xapian.h>

#include "core/schema/glass_keys.h"
#include "core/schema/varint.h"

namespace postil::query::glass {
namespace {

constexpr std::string_view kLengthsKey("\0\xe0", 2);

}  // namespace

void Postings::throw_damaged() {
  throw Xapian::DatabaseCorruptError("a list of postings is damaged");
}

Postings::Postings(Blocks& blocks, std::string_view term) : cursor_(blocks) {
  if (term.empty()) {
    first_key_ = prefix_ = kLengthsKey;
  } else {
    schema::put_sorted_string(first_key_, term, true);
    schema::put_sorted_string(prefix_, term, false);
  }
  open(first_key_, true);
}

std::uint64_t Postings::take_wide() {
  std::string_view left(reinterpret_cast<const char*>(at_), static_cast<std::size_t>(end_ - at_));
  std::uint64_t number = 0;
  if (!schema::take_number(left, number)) throw_damaged();
  at_ = end_ - left.size();
  return number;
}

std::uint32_t Postings::take_long() {
  const std::uint64_t number = take_wide();
  if (number > UINT32_MAX) throw_damaged();
  return static_cast<std::uint32_t>(number);
}

// Stands at the first document of the chunk under `key`; at the end if there is none.
void Postings::open(const std::string& key, bool is_first) {
  const auto tag = cursor_.find(key);
  at_end_ = !tag;
  if (at_end_) return;
  at_ = reinterpret_cast<const unsigned char*>(tag->data());
  end_ = at_ + tag->size();
  if (is_first) {
    size_ = take();
    (void)take_wide();  // all occurrences
    document_ = take() + 1;
  } else {
    document_ = schema::sorted_number(std::string_view(key).substr(prefix_.size()));
  }
  if (at_ == end_) throw_damaged();
  is_last_chunk_ = *at_++ == '1';
  last_in_chunk_ = document_ + take();
  if (last_in_chunk_ < document_) throw_damaged();
  frequency_ = take();
}

void Postings::next_chunk() {
  const std::uint32_t before = document_;
  if (is_last_chunk_) {
    at_end_ = true;
  } else if (!open_ceiling(last_in_chunk_ + 1) || document_ <= before) {
    throw_damaged();
  }
}

std::string Postings::key_of(std::uint32_t document) const {
  std::string key = prefix_;
  schema::put_sorted_number(key, document);
  return key;
}

bool Postings::is_chunk(std::string_view key) const {
  return key.size() > prefix_.size() && key.starts_with(prefix_);
}

// Opens the first chunk that begins with this document or a later one; false if there is none.
bool Postings::open_ceiling(std::uint32_t document) {
  const auto key = cursor_.ceiling(key_of(document));
  if (!key || !is_chunk(*key)) return false;
  open(*key, false);
  return true;
}

// Goes to the chunk that `document`, behind the chunk in hand, is in or would be.
void Postings::skip_chunks(std::uint32_t document) {
  if (at_end_) return;
  if (is_last_chunk_) {
    at_end_ = true;
    return;
  }
  const auto key = cursor_.floor(key_of(document));
  if (key && is_chunk(*key)) open(*key, false);
  if (document <= last_in_chunk_) return;
  if (is_last_chunk_) {
    at_end_ = true;
  } else if (!open_ceiling(document)) {
    throw_damaged();
  }
}

}  // namespace postil::query::glass
