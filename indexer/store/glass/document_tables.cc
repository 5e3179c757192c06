#include "indexer/store/glass/document_tables.h"

#include "indexer/store/glass/pack.h"

namespace postil::index::glass {

DocumentTables::DocumentTables(const std::string& folder)
    : data_(folder + "/docdata.glass", kCompressAbove, true),
      terms_(folder + "/termlist.glass", kCompressAbove, false) {}

// Beside a document's terms stands which slots it has a value in, each as how many lie between.
void DocumentTables::add(const Tag& data, const Tag& terms,
                         const std::vector<AnalysedValue>& values) {
  key_.clear();
  put_sorted_number(key_, ++documents_);
  if (!data.bytes.empty()) data_.add(key_, data.bytes, data.is_compressed);
  terms_.add(key_, terms.bytes, terms.is_compressed);
  if (values.empty()) return;
  slots_.clear();
  std::uint32_t next = 0;
  for (const AnalysedValue& value : values) {
    put_number(slots_, value.slot - next);
    next = value.slot + 1;
  }
  key_ += '\0';
  terms_.add(key_, slots_);
}

Status DocumentTables::status() const {
  if (Status status = data_.status(); !status) return status;
  return terms_.status();
}

}  // namespace postil::index::glass
