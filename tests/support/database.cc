#include "tests/support/database.h"

#include <xapian.h>

#include <cstdlib>
#include <stdexcept>

#include "core/schema/stamp.h"
#include "indexer/store/record_maker.h"
#include "indexer/store/xapian_document.h"

namespace postil::test {

TemporaryFolder::TemporaryFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "postil-test-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

void write_database(const std::filesystem::path& folder,
                    const std::vector<index::Article>& articles) {
  Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE_OR_OVERWRITE);
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
