#include "indexer/store/record_changes.h"

#include <string_view>
#include <utility>
#include <vector>

#include "core/schema/fields.h"
#include "core/schema/terms.h"
#include "indexer/recurring/recurrence.h"

namespace postil::index {

void RecordChanges::before_change(const Xapian::Document& document) {
  if (unknown_) return;
  if (const auto signature = decode_signature(document.get_value(schema::kSignatureSlot))) {
    old_signatures_.push_back(*signature);
    std::string first = document.get_value(schema::kFirstCopySlot);
    if (!first.empty()) old_firsts_.insert(std::move(first));
    const std::string copies = document.get_value(schema::kCopiesSlot);
    const std::vector<std::string_view> all = schema::decode_values(copies);
    for (std::size_t i = 0; i + 1 < all.size(); i += 2) old_copies_.emplace(all[i]);
  }
  const std::string bytes = document.get_value(schema::kRecurrenceSlot);
  if (bytes.empty()) return;
  if (const auto recurrence = decode_recurrence(bytes)) {
    ++old_groups_[recurrence->group];
    for (const RecurringParagraph& each : recurrence->paragraphs) old_paragraphs_.insert(each.key);
  }
}

}  // namespace postil::index
