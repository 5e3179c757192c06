#include "indexer/store/column_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <optional>

#include "core/schema/columns.h"
#include "indexer/store/durable.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {
namespace {

// Each value of a changed record is looked for among all of its column.
constexpr std::size_t kFewRecords = 200;

schema::ColumnsBuilder read_all(const Xapian::Database& database,
                                const schema::DatabaseState& state) {
  schema::ColumnsBuilder columns(state, database.get_lastdocid());
  for (const schema::Slot slot : schema::column_slots()) {
    columns.begin_column(slot);
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
      columns.add(at.get_docid(), *at);
    }
  }
  return columns;
}

// What `before` has, with the values of some records read anew; none if it is not worth while.
std::optional<schema::ColumnsBuilder> read_changed(const Xapian::Database& database,
                                                   const schema::DatabaseState& state,
                                                   const schema::Columns& before,
                                                   const std::vector<std::uint32_t>& records) {
  schema::ColumnsBuilder columns(state, database.get_lastdocid(), before);
  const std::vector<schema::Slot> slots = schema::column_slots();
  for (const std::uint32_t record : records) {
    std::optional<Xapian::Document> document;
    try {
      document = database.get_document(record);
    } catch (const Xapian::DocNotFoundError&) {  // it has no values any more
    }
    for (const schema::Slot slot : slots) {
      const bool done = columns.set(slot, record, document ? document->get_value(slot) : "");
      if (!done) return std::nullopt;
    }
  }
  if (columns.is_wasteful()) return std::nullopt;
  return columns;
}

}  // namespace

Status write_columns(const std::string& generation, const std::optional<ChangedRecords>& changes) {
  return guarded(fmt::format("write the columns of {}", generation), [&]() -> Status {
    const Xapian::Database database(generation);
    const schema::DatabaseState state{database.get_uuid(), database.get_revision()};
    const std::string path = generation + '/' + schema::kColumnsFile;
    const auto known = schema::Columns::map(path);
    if (known && known->state() == state) return ok();
    std::optional<schema::ColumnsBuilder> columns;
    if (known && changes && known->state() == changes->since &&
        changes->records.size() <= kFewRecords && known->is_sound()) {
      columns = read_changed(database, state, *known, changes->records);
    }
    if (!columns) columns = read_all(database, state);
    return replace_file(
        path, path + ".new", [&](const Put& put) { columns->write(put); }, AfterPowerCut::kWhole);
  });
}

}  // namespace postil::index
