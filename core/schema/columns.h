// Columns: what every record of a database holds in each value slot that is counted over all
// matches, as one flat array a slot beside the database. Made by the indexer of the database's own
// values when it has committed, mapped into memory by the query tool, and only ever a shorter way
// to the same values: a database without columns, or with those of another state, is read slot by
// slot.
//
// In a column each distinct value has an ordinal, from 1 in the order of first appearance; 0 stands
// for no value. A record that holds several values of a facet holds one encode_values() string,
// which is what is distinct here.

#ifndef POSTIL_CORE_SCHEMA_COLUMNS_H_
#define POSTIL_CORE_SCHEMA_COLUMNS_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/schema/fields.h"

namespace postil::schema {

// The file's name inside a generation's folder.
inline constexpr const char* kColumnsFile = "columns";

// Which committed state of which database columns were derived from.
struct DatabaseState {
  std::string uuid;
  std::uint64_t revision = 0;
  bool operator==(const DatabaseState&) const = default;
};

// The slots that have columns: the article's key, what tells near-duplicates, and every facet.
std::vector<Slot> column_slots();

// One column, a view into Columns.
class Column {
 public:
  Column() = default;
  Column(std::span<const std::uint32_t> ordinals, std::span<const std::uint64_t> ends,
         std::string_view values)
      : ordinals_(ordinals), ends_(ends), values_(values) {}

  std::uint32_t ordinal(std::uint32_t record) const {
    const std::uint32_t ordinal = record < ordinals_.size() ? ordinals_[record] : 0;
    return ordinal <= distinct() ? ordinal : 0;
  }

  // The greatest ordinal that any record has.
  std::uint32_t distinct() const { return static_cast<std::uint32_t>(ends_.size()); }

  // The value with this ordinal, which is at most distinct(); "" for 0.
  std::string_view value(std::uint32_t ordinal) const {
    if (ordinal == 0) return {};
    const std::uint64_t begin = ordinal == 1 ? 0 : ends_[ordinal - 2];
    const std::uint64_t end = ends_[ordinal - 1];
    if (begin > end || end > values_.size()) return {};  // damaged
    return values_.substr(begin, end - begin);
  }

 private:
  friend class ColumnsBuilder;
  friend class Columns;

  bool is_sound() const;

  std::span<const std::uint32_t> ordinals_;  // by record
  std::span<const std::uint64_t> ends_;      // of the values, by ordinal - 1
  std::string_view values_;
};

// A columns file, mapped. Safe to read from several threads.
class Columns {
 public:
  // None if there is no such file or if it is not whole.
  static std::optional<Columns> map(const std::string& path);

  const DatabaseState& state() const { return state_; }

  // Null if the slot has no column.
  const Column* find(Slot slot) const;

  // Whether every record has a value that is there, and every value its own bytes. Reads all.
  bool is_sound() const;

 private:
  friend class ColumnsBuilder;

  Columns() = default;
  bool read(std::string_view file);
  bool read_column(std::string_view file, std::size_t number, std::uint32_t last_record);

  std::shared_ptr<const void> mapping_;
  DatabaseState state_;
  std::vector<std::pair<Slot, Column>> columns_;
};

// Makes the bytes of a columns file.
class ColumnsBuilder {
 public:
  // Records are numbered from 1 to `last_record`.
  ColumnsBuilder(const DatabaseState& state, std::uint32_t last_record);

  // Begins with all that `before`, which must be sound, has; it is looked into, not copied.
  ColumnsBuilder(const DatabaseState& state, std::uint32_t last_record, const Columns& before);

  void begin_column(Slot slot);
  void add(std::uint32_t record, std::string_view value);  // to the column begun last; not empty

  // What a record, up to the last, now has in a column of `before`; "" for nothing. False if there
  // is no such column. Takes time in proportion to the column's distinct values.
  bool set(Slot slot, std::uint32_t record, std::string_view value);

  // True if more than a few values of a column are no record's any more.
  bool is_wasteful() const;

  // Hands over the file, one piece after the other.
  using Put = std::function<void(std::string_view piece)>;
  void write(const Put& put) const;

 private:
  // What a column had before, and what is new.
  struct Draft {
    Slot slot = kNoSlot;
    Column before;
    std::map<std::uint32_t, std::uint32_t> changed;  // ordinals of records of `before`
    std::vector<std::uint32_t> ordinals;             // of the records behind these
    std::string values;                              // behind those of `before`
    std::vector<std::uint64_t> ends;                 // of these, counted from the first of `before`
    std::unordered_map<std::string, std::uint32_t> ordinal_of;  // only for add()

    std::size_t records() const { return before.ordinals_.size() + ordinals.size(); }
    std::uint32_t distinct() const;
    std::uint32_t ordinal(std::uint32_t record) const;
    void set_ordinal(std::uint32_t record, std::uint32_t ordinal);
    std::string_view value(std::uint32_t ordinal) const;
    std::uint32_t append(std::string_view value);
    std::uint32_t find(std::string_view wanted) const;  // 0 if no record had it
    void write_ordinals(const Put& put) const;
  };

  DatabaseState state_;
  std::uint32_t last_record_;
  std::shared_ptr<const void> mapping_;  // of the columns before
  std::vector<Draft> drafts_;
};

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_COLUMNS_H_
