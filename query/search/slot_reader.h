// Reads one slot's values of many records in one pass: for whatever is counted over all matches.

#ifndef POSTIL_QUERY_SEARCH_SLOT_READER_H_
#define POSTIL_QUERY_SEARCH_SLOT_READER_H_

#include <xapian.h>

#include <string>

#include "core/schema/fields.h"

namespace postil::query {

// Throws what Xapian throws.
class SlotReader {
 public:
  SlotReader(const Xapian::Database& database, schema::Slot slot)
      : at_(database.valuestream_begin(slot)), end_(database.valuestream_end(slot)) {}

  // The record's value, "" if it has none. Records must be asked for in ascending order.
  std::string read(Xapian::docid id) {
    if (at_ != end_ && at_.get_docid() < id) at_.skip_to(id);
    if (at_ == end_ || at_.get_docid() != id) return {};
    return *at_;
  }

 private:
  Xapian::ValueIterator at_;
  Xapian::ValueIterator end_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SLOT_READER_H_
