// Fetches stored records by document id or by their own id.

#ifndef POSTIL_QUERY_SEARCH_STORED_H_
#define POSTIL_QUERY_SEARCH_STORED_H_

#include <xapian.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/schema/record.h"
#include "query/search/state.h"

namespace postil::query {

// A decoded record together with the bytes that it points into.
class StoredRecord {
 public:
  // Throws what Xapian throws.
  static Result<StoredRecord> fetch(const Xapian::Database& database, Xapian::docid id);

  const schema::Record& operator*() const { return record_; }
  const schema::Record* operator->() const { return &record_; }

 private:
  StoredRecord(std::unique_ptr<const std::string> data, schema::Record record)
      : data_(std::move(data)), record_(std::move(record)) {}

  std::unique_ptr<const std::string> data_;  // behind a pointer, so that moving leaves views valid
  schema::Record record_;
};

// What a record has in a slot, read from the columns if they have it.
std::string value_of(const State& state, schema::Slot slot, Xapian::docid id);

bool is_comment(const State& state, Xapian::docid id);

// The document of the record with this id.
std::optional<Xapian::docid> find_record(const State& state, std::string_view id);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_STORED_H_
