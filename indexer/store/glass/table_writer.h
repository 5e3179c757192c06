// Writes one table of a glass database: a B-tree in a file, made in one pass from items that come
// in the order of their keys. Blocks are filled to the brim and written once. The format is told in
// docs/glass.md.

#ifndef POSTIL_INDEXER_STORE_GLASS_TABLE_WRITER_H_
#define POSTIL_INDEXER_STORE_GLASS_TABLE_WRITER_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/glass/output_file.h"

namespace postil::index::glass {

inline constexpr std::size_t kBlockSize = 8192;
inline constexpr std::size_t kMaxKeyBytes = 255;

// A tag of at most so many bytes is never compressed, in tables where any is.
inline constexpr std::uint32_t kCompressAbove = 18;

// A block while it is filled: a directory that grows from the front, items from the back.
class Block {
 public:
  Block() { start(); }

  void start();
  bool is_empty() const { return directory_end_ == kDirectoryStart; }
  std::size_t free() const { return items_begin_ - directory_end_; }
  bool has_room(std::size_t item_size) const { return free() >= item_size + kDirectoryEntry; }

  // Room for an item behind those before it in key order.
  std::uint8_t* add(std::size_t item_size);

  // The finished block.
  std::string_view seal(std::uint8_t level);

  static constexpr std::size_t kDirectoryStart = 11;
  static constexpr std::size_t kDirectoryEntry = 2;

 private:
  std::array<std::uint8_t, kBlockSize> bytes_;
  std::size_t directory_end_ = 0;
  std::size_t items_begin_ = 0;
};

class TableWriter {
 public:
  // `compress_min` is only noted in the table's root for Xapian's own later writes. A table that
  // `may_be_absent` has no file as long as it has no items.
  TableWriter(std::string path, std::uint32_t compress_min, bool may_be_absent);

  // Keys rise strictly and have at most kMaxKeyBytes; a longer one is an Error of finish(), as is a
  // tag of more than 65,535 parts, which is one of some 110 MB.
  void add(std::string_view key, std::string_view tag, bool is_compressed = false);

  // What is added between these two, once, stands behind all else: its keys are higher than those
  // that come after. So the larger part of a table can be written before all of it is known.
  void begin_back();
  void end_back();

  // What went wrong first.
  Status status() const;

  // Writes what is left and returns the table's root as the version file tells it.
  Result<std::string> finish();

  // The root of a table without items and file.
  static std::string absent_root(std::uint32_t compress_min);

 private:
  // One level of branches: the block being filled and the key that leads to it from above.
  struct Branch {
    Block block;
    std::string key;
    unsigned component = 1;
  };

  // A leaf while it is filled.
  struct Leaf {
    Block block;
    std::string key;  // leads to it from above: as much as tells it from the leaf before
    unsigned component = 1;
    std::string last_key;  // of the item added last, to this leaf or one before
  };

  // A leaf that was written and is not in the branches yet.
  struct Written {
    std::string key;
    unsigned component = 1;
    std::uint32_t block = 0;
  };

  void open();
  void refuse(std::string_view what, std::string_view hint);
  void add_component(std::string_view key, unsigned component, std::string_view part, bool is_last,
                     bool is_compressed);
  std::size_t first_part(std::string_view key, std::size_t tag_size) const;
  void finish_leaf();
  void join_back();
  void add_branch(std::size_t level, std::string_view key, unsigned component, std::uint32_t block);
  std::uint32_t write_block(Block& block, std::size_t level);
  std::string finish_root();

  const std::string path_;
  const std::uint32_t compress_min_;
  std::optional<OutputFile> file_;
  std::uint32_t blocks_ = 0;
  std::uint64_t items_ = 0;

  Leaf leaf_;
  std::optional<Leaf> front_;     // set aside while the back is written
  std::vector<Written> back_;     // its leaves
  std::string first_of_back_;     // key
  std::vector<Branch> branches_;  // level 1 and up
  std::optional<Error> refusal_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_TABLE_WRITER_H_
