// Any bytes as a columns file: every record has a value in every column, perhaps none. If all is
// sound, a file made of it with records changed holds these and everything else as before.
#include "core/schema/columns.h"

#include "tests/fuzz/fuzzing.h"

namespace {

using postil::schema::Column;
using postil::schema::Columns;
using postil::schema::ColumnsBuilder;
using postil::test::require;

constexpr std::uint32_t kRecords = 40;  // looked at; a file may tell of one more than it has

std::optional<Columns> map(std::string_view bytes) {
  const std::string path = postil::test::fuzz_folder() + '/' + postil::schema::kColumnsFile;
  postil::test::write_file(path, bytes);
  return Columns::map(path);
}

std::string_view value_of(const Column& column, std::uint32_t record) {
  return column.value(column.ordinal(record));
}

void check_change(const Columns& before, postil::schema::Slot slot) {
  ColumnsBuilder builder(before.state(), kRecords, before);
  require(builder.set(slot, 2, "another value"));
  require(builder.set(slot, 3, ""));
  if (builder.is_wasteful()) return;
  std::string bytes;
  builder.write([&bytes](std::string_view piece) { bytes += piece; });
  const auto after = map(bytes);
  require(after.has_value());
  require(after->state() == before.state());
  const Column& was = *before.find(slot);
  const Column& is = *after->find(slot);
  for (std::uint32_t record = 0; record <= kRecords; ++record) {
    const std::string_view changed = record == 2 ? "another value" : "";
    require(value_of(is, record) == (record == 2 || record == 3 ? changed : value_of(was, record)));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto columns = map(postil::test::input(data, size));
  if (!columns) return 0;
  for (const postil::schema::Slot slot : postil::schema::column_slots()) {
    const Column* column = columns->find(slot);
    if (column == nullptr) continue;
    for (std::uint32_t record = 0; record <= kRecords; ++record) (void)value_of(*column, record);
    if (columns->is_sound()) check_change(*columns, slot);
  }
  return 0;
}
