#include "indexer/store/slot_values.h"

namespace postil::index {

void for_each_value(const Xapian::WritableDatabase& database, Xapian::valueno slot,
                    const std::function<void(Xapian::docid id, const std::string& value)>& show) {
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const std::string value = database.get_document(*id, Xapian::DOC_ASSUME_VALID).get_value(slot);
    if (!value.empty()) show(*id, value);
  }
}

}  // namespace postil::index
