#include "indexer/store/glass/table_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "indexer/store/glass/pack.h"

namespace postil::index::glass {
namespace {

// Bytes of an item beside key and tag (docs/glass.md).
constexpr std::size_t kItemSize = 2;
constexpr std::size_t kKeySize = 1;
constexpr std::size_t kComponent = 2;  // not in the first part of a tag
constexpr std::size_t kBlockNumber = 4;

// Parts of a tag are numbered from 1 with 16 bits.
constexpr std::size_t kMostComponents = 0xffff;

// Four items fit a block, whatever their size.
constexpr std::size_t kItemsPerBlock = 4;
constexpr std::size_t kMaxItem =
    (kBlockSize - Block::kDirectoryStart - kItemsPerBlock * Block::kDirectoryEntry) /
    kItemsPerBlock;

constexpr std::uint8_t kCompressedBit = 0x80;
constexpr std::uint8_t kLastBit = 0x40;
constexpr std::uint8_t kFirstBit = 0x20;

// All blocks and the version file are of the first revision.
constexpr std::uint32_t kRevision = 1;

constexpr unsigned kSequentialFlag = 2;
constexpr unsigned kNoRootFlag = 1;

// A tag is not broken for less of it than this in the rest of a block.
constexpr std::size_t kWorthBreaking = 34;

void put16(std::uint8_t* at, std::size_t number) {
  at[0] = static_cast<std::uint8_t>(number >> 8);
  at[1] = static_cast<std::uint8_t>(number);
}

void put32(std::uint8_t* at, std::uint32_t number) {
  put16(at, number >> 16);
  put16(at + 2, number & 0xffff);
}

void put_bytes(std::uint8_t* at, std::string_view bytes) {
  if (!bytes.empty()) std::memcpy(at, bytes.data(), bytes.size());
}

// The shortest key that leads to `key` and not to the lower one before it.
std::string separator(std::string_view before, std::string_view key) {
  return std::string(key.substr(0, common_prefix(before, key) + 1));
}

}  // namespace

void Block::start() {
  directory_end_ = kDirectoryStart;
  items_begin_ = kBlockSize;
}

std::uint8_t* Block::add(std::size_t item_size) {
  items_begin_ -= item_size;
  put16(bytes_.data() + directory_end_, items_begin_);
  directory_end_ += kDirectoryEntry;
  return bytes_.data() + items_begin_;
}

std::string_view Block::seal(std::uint8_t level) {
  std::fill(bytes_.begin() + directory_end_, bytes_.begin() + items_begin_, std::uint8_t{0});
  put32(bytes_.data(), kRevision);
  bytes_[4] = level;
  put16(bytes_.data() + 5, free());  // in one piece
  put16(bytes_.data() + 7, free());  // in all
  put16(bytes_.data() + 9, directory_end_);
  return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

TableWriter::TableWriter(std::string path, std::uint32_t compress_min, bool may_be_absent)
    : path_(std::move(path)), compress_min_(compress_min) {
  if (!may_be_absent) open();
}

// A table that exists begins with an item that has neither key nor tag.
void TableWriter::open() {
  file_.emplace(path_, OutputFile::Lifetime::kKept);
  constexpr std::size_t kSize = kItemSize + kKeySize;
  std::uint8_t* item = leaf_.block.add(kSize);
  put16(item, 0);
  item[0] |= kFirstBit | kLastBit;
  item[2] = 0;
}

void TableWriter::add(std::string_view key, std::string_view tag, bool is_compressed) {
  if (!file_) open();
  if (key.size() > kMaxKeyBytes) {
    refuse("a term", "index with --writer api");
    return;
  }
  const std::size_t most = kMaxItem - (kItemSize + kKeySize + key.size() + kComponent);
  std::size_t size = first_part(key, tag.size());
  if (tag.size() > size && (tag.size() - size) / most + 2 > kMostComponents) {
    refuse("what is kept of a record", "leave out the largest files with --exclude");
    return;
  }
  for (unsigned component = 1;; ++component, size = most) {
    const bool is_last = tag.size() <= size;
    add_component(key, component, tag.substr(0, size), is_last, is_compressed);
    if (is_last) break;
    tag.remove_prefix(size);
  }
  ++items_;
}

// How much of a long tag goes into its first part: what fills the block that is begun, so that all
// other parts are as large as they can be.
std::size_t TableWriter::first_part(std::string_view key, std::size_t tag_size) const {
  const std::size_t overhead = kItemSize + kKeySize + key.size() + kComponent;
  const std::size_t most = kMaxItem - overhead;
  if (tag_size <= most + kComponent) return tag_size;
  std::size_t rest = leaf_.block.free() % (kMaxItem + Block::kDirectoryEntry);
  if (rest <= overhead + Block::kDirectoryEntry) return most + kComponent;
  rest -= overhead + Block::kDirectoryEntry;
  const std::size_t last_part = (tag_size - kComponent) % most;
  const bool pays = rest >= last_part || rest >= key.size() + kWorthBreaking;
  return pays ? rest + kComponent : most + kComponent;
}

void TableWriter::add_component(std::string_view key, unsigned component, std::string_view part,
                                bool is_last, bool is_compressed) {
  const bool is_first = component == 1;
  const std::size_t size =
      kItemSize + kKeySize + key.size() + (is_first ? 0 : kComponent) + part.size();
  if (!leaf_.block.is_empty() && !leaf_.block.has_room(size)) finish_leaf();
  if (leaf_.block.is_empty()) {
    if (front_ && back_.empty()) first_of_back_ = key;
    leaf_.key = separator(leaf_.last_key, key);
    leaf_.component = component;
  }
  std::uint8_t* at = leaf_.block.add(size);
  put16(at, size - kItemSize - kKeySize);
  at[0] |= static_cast<std::uint8_t>((is_compressed ? kCompressedBit : 0) |
                                     (is_last ? kLastBit : 0) | (is_first ? kFirstBit : 0));
  at[kItemSize] = static_cast<std::uint8_t>(key.size());
  at += kItemSize + kKeySize;
  put_bytes(at, key);
  at += key.size();
  if (!is_first) {
    put16(at, component);
    at += kComponent;
  }
  put_bytes(at, part);
  leaf_.last_key.assign(key);
}

void TableWriter::finish_leaf() {
  const std::uint32_t number = write_block(leaf_.block, 0);
  if (front_) {
    back_.push_back({leaf_.key, leaf_.component, number});
  } else {
    add_branch(1, leaf_.key, leaf_.component, number);
  }
  leaf_.block.start();
}

void TableWriter::begin_back() {
  if (!file_) open();
  front_ = std::exchange(leaf_, Leaf());
}

void TableWriter::end_back() {
  if (!leaf_.block.is_empty()) finish_leaf();
  leaf_ = *std::exchange(front_, std::nullopt);
}

void TableWriter::join_back() {
  const std::string last_of_front = leaf_.last_key;
  if (!leaf_.block.is_empty()) finish_leaf();
  back_.front().key = separator(last_of_front, first_of_back_);
  for (const Written& leaf : back_) add_branch(1, leaf.key, leaf.component, leaf.block);
}

// Enters `block`, of the level below, into the branch block of `level`.
void TableWriter::add_branch(std::size_t level, std::string_view key, unsigned component,
                             std::uint32_t block) {
  if (branches_.size() < level) branches_.emplace_back();
  const std::size_t full_size = kBlockNumber + kKeySize + key.size() + kComponent;
  if (!branches_[level - 1].block.is_empty() && !branches_[level - 1].block.has_room(full_size)) {
    Branch& full = branches_[level - 1];
    const std::uint32_t number = write_block(full.block, level);
    const std::string above = std::move(full.key);
    full.block.start();
    add_branch(level + 1, above, full.component, number);  // may move the branches
  }
  Branch& branch = branches_[level - 1];
  if (branch.block.is_empty()) {
    // The first key of a branch block is not needed below it: it goes up.
    branch.key.assign(key);
    branch.component = component;
    key = {};
    component = 0;
  }
  std::uint8_t* at = branch.block.add(kBlockNumber + kKeySize + key.size() + kComponent);
  put32(at, block);
  at[kBlockNumber] = static_cast<std::uint8_t>(key.size());
  at += kBlockNumber + kKeySize;
  put_bytes(at, key);
  put16(at + key.size(), component);
}

std::uint32_t TableWriter::write_block(Block& block, std::size_t level) {
  file_->append(block.seal(static_cast<std::uint8_t>(level)));
  return blocks_++;
}

// Keeps the first failure.
void TableWriter::refuse(std::string_view what, std::string_view hint) {
  if (refusal_) return;
  refusal_ =
      Error{ErrorKind::kDatabase, fmt::format("{} is too long for the database: {}", what, path_),
            std::string(hint)};
}

Status TableWriter::status() const {
  if (refusal_) return *refusal_;
  return file_ ? file_->status() : ok();
}

Result<std::string> TableWriter::finish() {
  if (!file_) return absent_root(compress_min_);
  std::string root = finish_root();
  const Status status = file_->finish();
  if (!status) return status.error();
  if (Status kept = this->status(); !kept) return kept.error();
  return root;
}

std::string TableWriter::finish_root() {
  std::size_t level = 0;
  std::uint32_t root = 0;
  if (!back_.empty()) {
    join_back();
  } else if (!branches_.empty()) {
    finish_leaf();
  }
  if (branches_.empty()) {
    root = write_block(leaf_.block, 0);
  } else {
    for (level = 1;; ++level) {
      Branch& branch = branches_[level - 1];
      root = write_block(branch.block, level);
      if (level == branches_.size()) break;
      const std::string key = branch.key;
      add_branch(level + 1, key, branch.component, root);
    }
  }
  std::string free_list;  // nothing is free below the first block that was never used
  put_number(free_list, kRevision);
  put_number(free_list, blocks_);
  free_list.append(4, '\0');

  std::string bytes;
  put_number(bytes, root);
  put_number(bytes, level << 2 | (back_.empty() ? kSequentialFlag : 0));
  put_number(bytes, items_);
  put_number(bytes, kBlockSize >> 11);
  put_number(bytes, compress_min_);
  put_string(bytes, free_list);
  return bytes;
}

std::string TableWriter::absent_root(std::uint32_t compress_min) {
  std::string bytes;
  put_number(bytes, 0);  // root
  put_number(bytes, kSequentialFlag | kNoRootFlag);
  put_number(bytes, 0);  // items
  put_number(bytes, kBlockSize >> 11);
  put_number(bytes, compress_min);
  put_string(bytes, {});
  return bytes;
}

}  // namespace postil::index::glass
