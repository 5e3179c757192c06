// The values of one slot as small numbers, for whatever is counted over all matches: from a column
// where there is one (core/schema/columns.h), else read from the database and numbered as they
// come.

#ifndef POSTIL_QUERY_SEARCH_SLOT_ORDINALS_H_
#define POSTIL_QUERY_SEARCH_SLOT_ORDINALS_H_

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/schema/columns.h"
#include "core/schema/fields.h"
#include "query/search/slot_reader.h"

namespace postil::query {

// Throws what Xapian throws. `columns` may be null and must outlive it.
class SlotOrdinals {
 public:
  SlotOrdinals(const Xapian::Database& database, schema::Slot slot, const schema::Columns* columns)
      : column_(columns == nullptr ? nullptr : columns->find(slot)) {
    if (column_ == nullptr) reader_.emplace(database, slot);
  }

  // The ordinal of the record's value, from 1; 0 if it has none. Records must be asked for in
  // ascending order.
  std::uint32_t at(Xapian::docid id) {
    return column_ != nullptr ? column_->ordinal(id) : read(id);
  }

  // The greatest ordinal that at() has given or may give.
  std::uint32_t greatest() const {
    return column_ != nullptr ? column_->distinct() : static_cast<std::uint32_t>(values_.size());
  }

  // "" for 0.
  std::string_view value(std::uint32_t ordinal) const {
    if (ordinal == 0) return {};
    return column_ != nullptr ? column_->value(ordinal) : std::string_view(*values_[ordinal - 1]);
  }

 private:
  std::uint32_t read(Xapian::docid id) {
    std::string value = reader_->read(id);
    if (value.empty()) return 0;
    const auto next = static_cast<std::uint32_t>(values_.size() + 1);
    const auto [found, is_new] = ordinals_.try_emplace(std::move(value), next);
    if (is_new) values_.push_back(&found->first);
    return found->second;
  }

  const schema::Column* column_;
  std::optional<SlotReader> reader_;  // where there is no column
  std::unordered_map<std::string, std::uint32_t> ordinals_;
  std::vector<const std::string*> values_;  // by ordinal - 1, the keys of `ordinals_`
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SLOT_ORDINALS_H_
