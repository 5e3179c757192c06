#include "query/search/stored.h"

#include "core/schema/terms.h"

namespace postil::query {

Result<StoredRecord> StoredRecord::fetch(const Xapian::Database& database, Xapian::docid id) {
  auto data = std::make_unique<const std::string>(database.get_document(id).get_data());
  auto record = schema::decode(*data);
  if (!record) return record.error();
  return StoredRecord(std::move(data), *std::move(record));
}

std::optional<Xapian::docid> find_record(const Xapian::Database& database, std::string_view id) {
  const std::string term = schema::make_term(schema::kIdPrefix, id);
  const auto posting = database.postlist_begin(term);
  if (posting == database.postlist_end(term)) return std::nullopt;
  return *posting;
}

}  // namespace postil::query
