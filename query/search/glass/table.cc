#include "query/search/glass/table.h"

#include <fcntl.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

#include "core/schema/database_name.h"
#include "core/schema/varint.h"

namespace postil::query::glass {
namespace {

// Of the version file.
constexpr std::string_view kMark("\x0f\x0dXapian Glass\x04\x6e", 16);
constexpr std::size_t kUuidBytes = 16;
constexpr int kPlaceOfPostlist = 0;
constexpr int kPlaceOfPosition = 3;  // behind docdata and termlist

// Of a block.
constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kDirectoryEndAt = 9;
constexpr std::size_t kDirectoryAt = 11;
constexpr std::uint32_t kSmallestBlock = 2048;
constexpr std::uint32_t kGreatestBlock = 65536;
constexpr int kMostLevels = 10;

// Of the two bytes that a leaf's item begins with.
constexpr unsigned kFirstPart = 0x2000;
constexpr unsigned kLastPart = 0x4000;
constexpr unsigned kCompressed = 0x8000;
constexpr unsigned kSize = 0x1fff;

unsigned byte_at(std::string_view bytes, std::size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

// What is `at` lies inside the bytes: it was checked, for a whole block or an item.
unsigned short_at(std::string_view bytes, std::size_t at) {
  const char* begin = bytes.data() + at;
  return static_cast<unsigned>(static_cast<unsigned char>(begin[0])) << 8 |
         static_cast<unsigned char>(begin[1]);
}

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  return short_at(bytes, at) << 16 | short_at(bytes, at + 2);
}

// "1d84c8ae-f934-4d4e-842c-1e6a55fbc185"
std::string uuid_text(std::string_view bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    text += kDigits[byte_at(bytes, i) >> 4];
    text += kDigits[byte_at(bytes, i) & 0xf];
  }
  return text;
}

// Takes what is told of one table from the front of `in`.
bool take_root(std::string_view& in, Root& root) {
  std::uint64_t block = 0;
  std::uint64_t level = 0;
  std::uint64_t items = 0;
  std::uint64_t size = 0;
  std::uint64_t least_compressed = 0;
  std::string_view free_blocks;
  using schema::take_number;
  if (!take_number(in, block) || !take_number(in, level) || !take_number(in, items) ||
      !take_number(in, size) || !take_number(in, least_compressed) ||
      !schema::take_string(in, free_blocks)) {
    return false;
  }
  root.block = static_cast<std::uint32_t>(block);
  root.level = static_cast<int>(std::min<std::uint64_t>(level / 4, kMostLevels + 1));
  root.is_empty = level % 2 != 0;
  root.block_size = static_cast<std::uint32_t>(std::min<std::uint64_t>(size, 64)) * kSmallestBlock;
  return true;
}

[[noreturn]] void throw_damaged() {
  throw Xapian::DatabaseCorruptError("a block of the database is damaged");
}

std::optional<Root> read_root(const std::string& folder, TableName name,
                              const schema::DatabaseState& state) {
  std::ifstream file(folder + '/' + schema::kGlassFile, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::string_view in(bytes);
  if (!in.starts_with(kMark) || in.size() < kMark.size() + kUuidBytes) return std::nullopt;
  in.remove_prefix(kMark.size());
  if (uuid_text(in.substr(0, kUuidBytes)) != state.uuid) return std::nullopt;
  in.remove_prefix(kUuidBytes);
  std::uint64_t revision = 0;
  if (!schema::take_number(in, revision) || revision != state.revision) return std::nullopt;
  Root root;
  const int last = name == TableName::kPostlist ? kPlaceOfPostlist : kPlaceOfPosition;
  for (int table = 0; table <= last; ++table) {
    if (!take_root(in, root)) return std::nullopt;
  }
  root.revision = revision;
  const bool fits = root.level <= kMostLevels && root.block_size >= kSmallestBlock &&
                    root.block_size <= kGreatestBlock;
  return fits ? std::optional(root) : std::nullopt;
}

}  // namespace

Table::Table(int descriptor, const Root& root)
    : descriptor_(new int(descriptor),
                  [](const int* open) {
                    if (*open >= 0) ::close(*open);
                    delete open;
                  }),
      root_(root) {}

std::optional<Table> Table::open(const std::string& folder, TableName name,
                                 const schema::DatabaseState& state) {
  const auto root = read_root(folder, name, state);
  if (!root) return std::nullopt;
  if (root->is_empty) return Table(-1, *root);
  const char* file = name == TableName::kPostlist ? "/postlist.glass" : "/position.glass";
  const int descriptor = ::open((folder + file).c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return std::nullopt;
  return Table(descriptor, *root);
}

void Table::read(std::uint32_t block, int level, std::string& into) const {
  into.resize(root_.block_size);
  const auto from = static_cast<off_t>(block) * root_.block_size;
  const ssize_t got = ::pread(*descriptor_, into.data(), into.size(), from);
  if (got != static_cast<ssize_t>(into.size())) throw_damaged();
  if (number_at(into, 0) > root_.revision) {
    throw Xapian::DatabaseModifiedError("a block of the database was overwritten");
  }
  const std::size_t end = short_at(into, kDirectoryEndAt);
  if (byte_at(into, kLevelAt) != static_cast<unsigned>(level) || end < kDirectoryAt + 2 ||
      end > into.size() || (end - kDirectoryAt) % 2 != 0) {
    throw_damaged();
  }
}

void Blocks::keep_leaves() {
  if (keeps_leaves_) return;
  kept_.assign(kMostKept, {});
  keeps_leaves_ = true;
}

std::span<Blocks::Kept> Blocks::places_of(std::uint32_t number) {
  return std::span(kept_).subspan(number % (kept_.size() / kPlaces) * kPlaces, kPlaces);
}

// Where a block is to be kept, null if nowhere: those that were asked for again stay once more.
Blocks::Kept* Blocks::place_for(std::uint32_t number, int level) {
  if (level == 0 && !keeps_leaves_) return nullptr;
  for (Kept& place : places_of(number)) {
    if (!place.is_used) return &place;
    place.is_used = false;
  }
  return nullptr;
}

void Blocks::get(std::uint32_t number, int level, Block& into) {
  for (Kept& kept : places_of(number)) {
    if (!kept.block || kept.number != number || kept.level != level) continue;
    kept.is_used = true;
    into = kept.block;
    return;
  }
  Kept* place = place_for(number, level);
  Block block = std::move(place != nullptr ? place->block : into);
  into.reset();  // what throws leaves none behind
  if (block.use_count() != 1) block = std::make_shared<std::string>();
  table_.read(number, level, *block);
  into = std::move(block);
  if (place != nullptr) *place = {number, level, false, into};
}

Cursor::Cursor(Blocks& blocks)
    : blocks_(&blocks), steps_(static_cast<std::size_t>(blocks.root().level) + 1) {}

void Cursor::load(int level, std::uint32_t number) {
  Step& step = steps_[static_cast<std::size_t>(level)];
  step.at = 0;
  if (step.number == number && step.block) return;
  step.items = 0;
  blocks_->get(number, level, step.block);
  step.number = number;
  step.items = (short_at(*step.block, kDirectoryEndAt) - kDirectoryAt) / 2;
}

Cursor::Item Cursor::item(int level, std::size_t number) const {
  const std::string_view block = *steps_[static_cast<std::size_t>(level)].block;
  const std::size_t begin = short_at(block, kDirectoryAt + 2 * number);
  const std::size_t head = level == 0 ? 2 : 4;  // before the key's size
  if (begin < kDirectoryAt || begin + head + 1 > block.size()) throw_damaged();
  const unsigned told = short_at(block, begin);
  const std::size_t key_at = begin + head + 1;
  const std::size_t key_size = byte_at(block, key_at - 1);
  const std::size_t end = level == 0 ? begin + (told & kSize) + 3 : key_at + key_size + 2;
  if (end > block.size() || key_at + key_size > end) throw_damaged();
  Item item;
  item.key = block.substr(key_at, key_size);
  item.rest = block.substr(key_at + key_size, end - key_at - key_size);
  if (level > 0) {
    item.is_first = short_at(item.rest, 0) <= 1;
    return item;
  }
  item.is_first = (told & kFirstPart) != 0;
  item.is_last = (told & kLastPart) != 0;
  if ((told & kCompressed) != 0 || (!item.is_first && item.rest.size() < 2)) throw_damaged();
  if (item.is_first) return item;
  item.part = short_at(item.rest, 0);
  item.rest.remove_prefix(2);
  return item;
}

std::uint32_t Cursor::block_below(int level) const {
  const Step& step = steps_[static_cast<std::size_t>(level)];
  const std::size_t begin = short_at(*step.block, kDirectoryAt + 2 * step.at);
  return number_at(*step.block, begin);
}

// Goes to the leaf in which the first part of the key's tag is, if it is anywhere.
void Cursor::descend(std::string_view key) {
  load(blocks_->root().level, blocks_->root().block);
  for (int level = blocks_->root().level; level > 0; --level) {
    Step& step = steps_[static_cast<std::size_t>(level)];
    std::size_t behind = step.items;
    while (step.at + 1 < behind) {
      const std::size_t middle = step.at + (behind - step.at) / 2;
      const Item there = item(level, middle);
      const bool is_later = there.key > key || (there.key == key && !there.is_first);
      (is_later ? behind : step.at) = middle;
    }
    (void)item(level, step.at);  // lies within the block
    load(level - 1, block_below(level));
  }
}

std::string_view Cursor::leaf_key(std::size_t number) const {
  const std::string_view block = *steps_.front().block;
  const std::size_t key_at = std::size_t{short_at(block, kDirectoryAt + 2 * number)} + 3;
  if (key_at > block.size()) throw_damaged();
  const std::size_t size = byte_at(block, key_at - 1);
  if (size > block.size() - key_at) throw_damaged();
  return block.substr(key_at, size);
}

// Goes on in the leaf that was read last, to the first item whose key is not less. False if that
// may be in another leaf.
bool Cursor::seek_in_leaf(std::string_view key) {
  Step& leaf = steps_.front();
  if (leaf.at >= leaf.items) return false;
  if (const int here = leaf_key(leaf.at).compare(key); here >= 0) {
    return here == 0 && item(0, leaf.at).is_first;
  }
  // It is often the next item, and seldom far.
  std::size_t before = leaf.at;
  std::size_t behind = before + 1;
  for (std::size_t step = 1; behind < leaf.items && leaf_key(behind) < key; step *= 2) {
    before = behind;
    behind += step;
  }
  if (behind >= leaf.items) {
    behind = leaf.items - 1;
    if (leaf_key(behind) < key) return false;
  }
  while (before + 1 < behind) {
    const std::size_t middle = before + (behind - before) / 2;
    (leaf_key(middle) < key ? before : behind) = middle;
  }
  leaf.at = behind;
  return true;
}

// Goes to the first item of the key's leaf whose key is not less, or behind the last.
void Cursor::seek(std::string_view key) {
  if (seek_in_leaf(key)) return;
  descend(key);
  Step& leaf = steps_.front();
  std::size_t behind = leaf.items;
  while (leaf.at < behind) {
    const std::size_t middle = leaf.at + (behind - leaf.at) / 2;
    if (leaf_key(middle) < key) {
      leaf.at = middle + 1;
    } else {
      behind = middle;
    }
  }
}

std::optional<std::string_view> Cursor::find(std::string_view key) {
  if (blocks_->root().is_empty) return std::nullopt;
  seek(key);
  const Step& leaf = steps_.front();
  if (leaf.at == leaf.items) return std::nullopt;
  const Item part = item(0, leaf.at);
  if (part.key != key || !part.is_first) return std::nullopt;
  return part.is_last ? part.rest : joined(part);
}

std::optional<std::string> Cursor::floor(std::string_view key) {
  if (blocks_->root().is_empty) return std::nullopt;
  seek(key);
  Step& leaf = steps_.front();
  if (leaf.at < leaf.items && item(0, leaf.at).key == key) return std::string(key);
  // What leads to a leaf may be less than all that is in it.
  if (leaf.at > 0) {
    --leaf.at;
  } else if (!previous_leaf()) {
    return std::nullopt;
  }
  return std::string(item(0, leaf.at).key);
}

std::optional<std::string> Cursor::ceiling(std::string_view key) {
  if (blocks_->root().is_empty) return std::nullopt;
  seek(key);
  if (steps_.front().at == steps_.front().items && !next_leaf()) return std::nullopt;
  return std::string(item(0, steps_.front().at).key);
}

// The tag whose first part is where the cursor stands.
std::string_view Cursor::joined(Item part) {
  joined_.clear();
  const std::string key(part.key);
  while (true) {
    joined_.insert(joined_.end(), part.rest.begin(), part.rest.end());
    if (part.is_last) return {joined_.data(), joined_.size()};
    Step& leaf = steps_.front();
    if (leaf.at + 1 < leaf.items) {
      ++leaf.at;
    } else if (!next_leaf()) {
      throw_damaged();
    }
    const std::size_t next = part.part + 1;
    part = item(0, leaf.at);
    if (part.key != key || part.is_first || part.part != next) throw_damaged();
  }
}

bool Cursor::previous_leaf() {
  int level = 1;
  while (level <= blocks_->root().level && steps_[static_cast<std::size_t>(level)].at == 0) ++level;
  if (level > blocks_->root().level) return false;
  --steps_[static_cast<std::size_t>(level)].at;
  for (; level > 0; --level) {
    (void)item(level, steps_[static_cast<std::size_t>(level)].at);
    load(level - 1, block_below(level));
    Step& below = steps_[static_cast<std::size_t>(level - 1)];
    below.at = below.items - 1;
  }
  return true;
}

bool Cursor::next_leaf() {
  int level = 1;
  for (; level <= blocks_->root().level; ++level) {
    Step& step = steps_[static_cast<std::size_t>(level)];
    if (++step.at < step.items) break;
  }
  if (level > blocks_->root().level) return false;
  for (; level > 0; --level) {
    (void)item(level, steps_[static_cast<std::size_t>(level)].at);
    load(level - 1, block_below(level));
  }
  return true;
}

std::optional<Tables> Tables::open(const std::string& folder, const schema::DatabaseState& state) {
  auto postlist = Table::open(folder, TableName::kPostlist, state);
  auto position = Table::open(folder, TableName::kPosition, state);
  if (!postlist || !position) return std::nullopt;
  return Tables{Blocks(*std::move(postlist)), Blocks(*std::move(position))};
}

}  // namespace postil::query::glass
