#include "indexer/store/glass/document_tables.h"

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/store/glass/pack.h"

namespace postil::index::glass {
namespace {

// Beside a document's terms stands which slots it has a value in, each as how many lie between.
void put_slots(std::string& out, const std::vector<NotedValue>& values) {
  std::uint32_t next = 0;
  for (const NotedValue& value : values) {
    put_number(out, value.slot - next);
    next = value.slot + 1;
  }
}

}  // namespace

Status fill_docdata(const Documents& documents, TableWriter& table) {
  std::string key;
  for (std::uint32_t number = 1; number <= documents.count() && table.status(); ++number) {
    const Documents::Place place = documents.find(number);
    const Result<Tag> data = place.spool->data(place.ordinal);
    if (!data) return data.error();
    key.clear();
    put_sorted_number(key, number);
    if (!data->bytes.empty()) table.add(key, data->bytes, data->is_compressed);
  }
  return table.status();
}

Status fill_termlists(const Documents& documents, const Settlement& settlement,
                      TableWriter& table) {
  std::string key;
  std::string slots;
  return documents.for_each_notes([&](std::uint32_t number, DocumentNotes& notes) -> Status {
    const Documents::Place place = documents.find(number);
    const Result<Tag> terms = place.spool->terms(place.ordinal);
    if (!terms) return terms.error();
    settlement.apply(number, notes.values);
    key.clear();
    put_sorted_number(key, number);
    table.add(key, terms->bytes, terms->is_compressed);
    if (notes.values.empty()) return table.status();
    slots.clear();
    put_slots(slots, notes.values);
    key += '\0';
    table.add(key, slots);
    return table.status();
  });
}

}  // namespace postil::index::glass
