#include "indexer/store/column_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <optional>

#include "core/schema/columns.h"
#include "indexer/store/durable.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {

Status write_columns(const std::string& generation) {
  return guarded(fmt::format("write the columns of {}", generation), [&]() -> Status {
    const Xapian::Database database(generation);
    const schema::DatabaseState state{database.get_uuid(), database.get_revision()};
    const std::string path = generation + '/' + schema::kColumnsFile;
    if (const auto known = schema::Columns::map(path); known && known->state() == state)
      return ok();
    schema::ColumnsBuilder columns(state, database.get_lastdocid());
    for (const schema::Slot slot : schema::column_slots()) {
      columns.begin_column(slot);
      for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
        columns.add(at.get_docid(), *at);
      }
    }
    return replace_file(path, path + ".new", columns.finish());
  });
}

}  // namespace postil::index
