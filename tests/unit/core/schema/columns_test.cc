#include "core/schema/columns.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace postil::schema {
namespace {

const DatabaseState kState{"0e6bd2a4-9d61-4a7f-8b1e-1c1f4a1f0b5d", 7};

// A file in a folder of its own.
class File {
 public:
  explicit File(const std::string& bytes) {
    char folder[] = "/tmp/postil-columns-XXXXXX";
    folder_ = ::mkdtemp(folder);
    std::ofstream(path(), std::ios::binary) << bytes;
  }
  ~File() { std::filesystem::remove_all(folder_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  std::string path() const { return folder_ + "/columns"; }

 private:
  std::string folder_;
};

std::string bytes_of(const ColumnsBuilder& builder) {
  std::string bytes;
  builder.write([&](std::string_view piece) { bytes += piece; });
  return bytes;
}

std::string sample() {
  ColumnsBuilder builder(kState, 5);
  builder.begin_column(3);
  builder.add(1, "alpha");
  builder.add(2, "beta");
  builder.add(4, "alpha");
  builder.begin_column(12);
  return bytes_of(builder);
}

TEST_CASE("Columns come back as they were built") {
  const File file(sample());
  const auto columns = Columns::map(file.path());
  REQUIRE(columns);
  CHECK(columns->state() == kState);
  const Column* column = columns->find(3);
  REQUIRE(column != nullptr);
  CHECK(column->distinct() == 2);
  CHECK(column->value(column->ordinal(1)) == "alpha");
  CHECK(column->value(column->ordinal(2)) == "beta");
  CHECK(column->ordinal(4) == column->ordinal(1));
  CHECK(column->ordinal(3) == 0);
  CHECK(column->ordinal(6) == 0);  // behind the last record
  REQUIRE(columns->find(12) != nullptr);
  CHECK(columns->find(12)->distinct() == 0);
  CHECK(columns->find(1) == nullptr);
}

// What is added would give a damaged ordinal, or end, a meaning.
TEST_CASE("Columns that are damaged inside are no ground to go on from") {
  const std::string whole = sample();
  CHECK(Columns::map(File(whole).path())->is_sound());
  std::size_t unsound = 0;
  const std::size_t first = whole.size() - 80;  // behind the entries
  for (std::size_t at = first; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = '\x7f';
    unsound += Columns::map(File(damaged).path())->is_sound() ? 0 : 1;
  }
  CHECK(unsound >= 6 * sizeof(std::uint32_t) + 2 * sizeof(std::uint64_t));
}

TEST_CASE("Columns go on from those before") {
  const File file(sample());
  const auto before = Columns::map(file.path());
  ColumnsBuilder builder({kState.uuid, 8}, 7, *before);
  CHECK(builder.set(3, 1, "beta"));   // known already
  CHECK(builder.set(3, 2, ""));       // none any more
  CHECK(builder.set(3, 7, "gamma"));  // of a new record
  CHECK(builder.set(12, 1, "first"));
  CHECK_FALSE(builder.set(4, 1, "a column that is not there"));
  CHECK_FALSE(builder.is_wasteful());
  const File next(bytes_of(builder));
  const auto columns = Columns::map(next.path());
  REQUIRE(columns);
  CHECK(columns->state().revision == 8);
  const Column& column = *columns->find(3);
  CHECK(column.value(column.ordinal(1)) == "beta");
  CHECK(column.ordinal(2) == 0);
  CHECK(column.value(column.ordinal(4)) == "alpha");
  CHECK(column.value(column.ordinal(7)) == "gamma");
  CHECK(columns->find(12)->value(columns->find(12)->ordinal(1)) == "first");
}

TEST_CASE("Values that are left behind are told") {
  ColumnsBuilder first(kState, 200);
  first.begin_column(3);
  for (std::uint32_t record = 1; record <= 200; ++record) first.add(record, std::to_string(record));
  const File file(bytes_of(first));
  ColumnsBuilder builder(kState, 200, *Columns::map(file.path()));
  for (std::uint32_t record = 1; record <= 80; ++record) CHECK(builder.set(3, record, "1"));
  CHECK_FALSE(builder.is_wasteful());
  for (std::uint32_t record = 80; record <= 150; ++record) CHECK(builder.set(3, record, "1"));
  CHECK(builder.is_wasteful());
}

TEST_CASE("A file that is cut short is no file") {
  const std::string whole = sample();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    const auto columns = Columns::map(File(whole.substr(0, size)).path());
    CHECK_FALSE(columns);
  }
  CHECK_FALSE(Columns::map("/nowhere/columns"));
}

TEST_CASE("A damaged file gives wrong values at worst") {
  const std::string whole = sample();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const File file(damaged);
    const auto columns = Columns::map(file.path());
    if (!columns) continue;
    for (const Slot slot : {Slot{3}, Slot{12}}) {
      const Column* column = columns->find(slot);
      for (std::uint32_t record = 0; column != nullptr && record < 8; ++record) {
        CHECK(column->value(column->ordinal(record)).size() <= whole.size());
      }
    }
  }
}

TEST_CASE("Every facet has a column, and so has the article") {
  const std::vector<Slot> slots = column_slots();
  CHECK(std::set<Slot>(slots.begin(), slots.end()).size() == slots.size());
  CHECK(std::count(slots.begin(), slots.end(), kArticleSlot) == 1);
  for (const Field& field : kFields) {
    CHECK(std::count(slots.begin(), slots.end(), field.slot) == (field.is_facet() ? 1 : 0));
  }
}

}  // namespace
}  // namespace postil::schema
