// The two tables that are ordered by document and so need no inverting: what is stored of each, and
// its list of terms, without which a database cannot be updated.

#ifndef POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_
#define POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/glass/document_spool.h"
#include "indexer/store/glass/table_writer.h"

namespace postil::index::glass {

class DocumentTables {
 public:
  explicit DocumentTables(const std::string& folder);

  // Takes the next document; the first has number 1.
  void add(const Tag& data, const Tag& terms, const std::vector<AnalysedValue>& values);

  Status status() const;

  // The roots of the tables.
  Result<std::string> finish_data() { return data_.finish(); }
  Result<std::string> finish_terms() { return terms_.finish(); }

 private:
  TableWriter data_;
  TableWriter terms_;
  std::uint32_t documents_ = 0;
  std::string key_;
  std::string slots_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_DOCUMENT_TABLES_H_
