#include "indexer/store/xapian_document.h"

#include <string>

namespace postil::index {

Xapian::Document to_document(const AnalysedRecord& record) {
  Xapian::Document document;
  std::string text;
  for (const AnalysedTerm& term : record.terms) {
    text.assign(record.text(term));
    if (term.position_count == 0) document.add_term(text, term.wdf);
    for (std::uint32_t i = 0; i < term.position_count; ++i) {
      const std::uint32_t wdf = i == 0 ? term.wdf : 0;
      document.add_posting(text, record.positions[term.position_at + i], wdf);
    }
  }
  for (const AnalysedValue& value : record.values) document.add_value(value.slot, value.bytes);
  document.set_data(record.data);
  return document;
}

}  // namespace postil::index
