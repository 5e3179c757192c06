#include "query/search/copies.h"

#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "query/search/stored.h"

namespace postil::query {

std::string Copy::place() const {
  const std::size_t fragment = id.find('#');  // a # of the file's own name is escaped in an id
  return fragment == std::string::npos ? path : path + id.substr(fragment);
}

std::vector<Copy> copies_of(const State& state, Xapian::docid record) {
  const std::string first = value_of(state, schema::kFirstCopySlot, record);
  if (first.empty()) return {};
  // While an indexer is at work the first may be gone; the end of its run mends that.
  const auto earliest = find_record(state, first);
  if (!earliest) return {};
  const std::string bytes = state.database.get_document(*earliest).get_value(schema::kCopiesSlot);
  const auto values = schema::decode_values(bytes);
  std::vector<Copy> copies;
  for (std::size_t i = 0; i + 1 < values.size(); i += 2) {
    copies.push_back({std::string(values[i]), std::string(values[i + 1])});
  }
  return copies;
}

std::vector<std::string> other_places(const std::vector<Copy>& copies, const std::string& id) {
  std::vector<std::string> places;
  for (const Copy& copy : copies) {
    if (copy.id != id) places.push_back(copy.place());
  }
  return places;
}

}  // namespace postil::query
