#include "query/search/stored.h"

#include "core/schema/terms.h"
#include "query/search/postings.h"

namespace postil::query {

Result<StoredRecord> StoredRecord::fetch(const Xapian::Database& database, Xapian::docid id) {
  auto data = std::make_unique<const std::string>(database.get_document(id).get_data());
  auto record = schema::decode(*data);
  if (!record) return record.error();
  return StoredRecord(std::move(data), *std::move(record));
}

std::string value_of(const State& state, schema::Slot slot, Xapian::docid id) {
  const schema::Column* column = state.columns != nullptr ? state.columns->find(slot) : nullptr;
  if (column == nullptr) return state.database.get_document(id).get_value(slot);
  const std::uint32_t ordinal = column->ordinal(id);
  return ordinal == 0 ? std::string() : std::string(column->value(ordinal));
}

bool is_comment(const State& state, Xapian::docid id) {
  static const std::string kComment =
      schema::encode_values({std::string(schema::name(schema::Kind::kComment))});
  return value_of(state, schema::field(schema::FieldId::kKind).slot, id) == kComment;
}

std::optional<Xapian::docid> find_record(const State& state, std::string_view id) {
  const Postings posting(state, schema::make_term(schema::kIdPrefix, id));
  return posting.at_end() ? std::nullopt : std::optional(posting.here());
}

}  // namespace postil::query
