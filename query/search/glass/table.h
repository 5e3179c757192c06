// A table of a local glass database (docs/glass.md), read as Xapian reads it, but with cursors that
// stay where they are between two look-ups: for keys that are asked for in ascending order, as the
// positions of a word are, that is a hundred times as fast as Xapian's public interface, which
// begins each look-up with nothing read.

#ifndef POSTIL_QUERY_SEARCH_GLASS_TABLE_H_
#define POSTIL_QUERY_SEARCH_GLASS_TABLE_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/columns.h"

namespace postil::query::glass {

enum class TableName : std::uint8_t { kPostlist, kPosition };

// Where a table begins in one state of a database.
struct Root {
  std::uint64_t revision = 0;
  std::uint32_t block = 0;
  std::uint32_t block_size = 0;
  int level = 0;
  bool is_empty = false;
};

// An open file and its root. Safe to read from several threads.
class Table {
 public:
  // None if the version file in `folder` cannot be read, or tells of another state of a database.
  static std::optional<Table> open(const std::string& folder, TableName name,
                                   const schema::DatabaseState& state);

  const Root& root() const { return root_; }

  // Throws Xapian::DatabaseModifiedError if the block is of a later state by now, and
  // Xapian::DatabaseCorruptError if it cannot be one of this table.
  void read(std::uint32_t block, int level, std::string& into) const;

 private:
  Table(int descriptor, const Root& root);

  std::shared_ptr<const int> descriptor_;
  Root root_;
};

// Hands out the blocks of one table. In one state of a database a block never changes, so that what
// was read can be kept for whoever asks for it again.
class Blocks {
 public:
  using Block = std::shared_ptr<std::string>;  // only get() writes into it

  explicit Blocks(Table table) : table_(std::move(table)) {}

  const Root& root() const { return table_.root(); }

  // From now on keeps leaves as well, kMostKept blocks at most. Whoever asks one question has
  // nothing of it: fresh memory costs more than to read a block again.
  void keep_leaves();

  // Puts a block into `into`, whose memory is used again if nobody else holds it. Throws as
  // Table::read; then `into` is empty.
  void get(std::uint32_t number, int level, Block& into);

 private:
  struct Kept {
    std::uint32_t number = 0;
    int level = 0;
    bool is_used = false;  // asked for again since it last made way for none
    Block block;
  };

  // A block has a few places, which it shares with others.
  static constexpr std::size_t kPlaces = 4;
  static constexpr std::size_t kMostKept = 8192;
  static constexpr std::size_t kBranchesKept = 64;  // before leaves are: few lead to many leaves

  std::span<Kept> places_of(std::uint32_t number);
  Kept* place_for(std::uint32_t number, int level);

  Table table_;
  std::vector<Kept> kept_ = std::vector<Kept>(kBranchesKept);
  bool keeps_leaves_ = false;
};

// Looks up keys, quickest in ascending order. What it gives out is valid until the next call or the
// cursor's end, also where the cursor is moved to. All throw as Table::read. The blocks must
// outlive it.
class Cursor {
 public:
  explicit Cursor(Blocks& blocks);

  // The tag under `key`; none if there is none.
  std::optional<std::string_view> find(std::string_view key);

  // The last key that is not above `key`, and the first that is not below; none if there is none.
  std::optional<std::string> floor(std::string_view key);
  std::optional<std::string> ceiling(std::string_view key);

 private:
  // A block on the way from the root to the leaf, and where in it the way goes on.
  struct Step {
    std::uint32_t number = 0;
    Blocks::Block block;  // null: none was read
    std::size_t items = 0;
    std::size_t at = 0;
  };
  struct Item {
    std::string_view key;
    bool is_first = true;  // part of its tag
    std::size_t part = 1;  // which one, in a leaf
    bool is_last = true;
    std::string_view rest;  // behind the key
  };

  void load(int level, std::uint32_t number);
  void descend(std::string_view key);
  bool seek_in_leaf(std::string_view key);
  void seek(std::string_view key);
  std::string_view joined(Item part);
  bool next_leaf();
  bool previous_leaf();
  Item item(int level, std::size_t number) const;
  std::string_view leaf_key(std::size_t number) const;
  std::uint32_t block_below(int level) const;

  Blocks* blocks_;
  std::vector<Step> steps_;   // by level, the leaf first
  std::vector<char> joined_;  // a tag of several parts
};

// How long each document is, kept once as many were asked for as there are documents: before, to
// read all of them would not pay.
struct Lengths {
  std::vector<std::uint32_t> of;  // by document; empty: not kept
  std::uint64_t asked_for = 0;
};

// The tables that questions are answered from.
struct Tables {
  Blocks postlist;
  Blocks position;
  Lengths lengths = {};

  // For a second question.
  void keep_leaves() {
    postlist.keep_leaves();
    position.keep_leaves();
  }

  // None as for Table::open.
  static std::optional<Tables> open(const std::string& folder, const schema::DatabaseState& state);
};

}  // namespace postil::query::glass

#endif  // POSTIL_QUERY_SEARCH_GLASS_TABLE_H_
