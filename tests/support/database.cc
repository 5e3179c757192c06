#include "tests/support/database.h"

#include <xapian.h>

#include "core/schema/stamp.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/xapian_document.h"

namespace postil::test {

void write_database(const std::string& folder, const std::vector<index::Article>& articles) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  index::RecordMaker maker;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string id = "test/" + std::to_string(i);
    std::vector<index::AnalysedRecord> records;
    maker.make(articles[i], id, {id, id, "test"}, records);
    for (const index::AnalysedRecord& record : records) {
      database.add_document(index::to_document(record));
    }
  }
  database.set_metadata(std::string(schema::kStampKey), schema::current_stamp());
  database.commit();
}

}  // namespace postil::test
