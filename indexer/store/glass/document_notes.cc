#include "indexer/store/glass/document_notes.h"

#include "indexer/store/glass/pack.h"

namespace postil::index::glass {

std::string_view DocumentNotes::value(schema::Slot slot) const {
  for (const NotedValue& value : values) {
    if (value.slot == slot) return value.bytes;
  }
  return {};
}

// One string for all of a document, so that it can be passed over and stays whole in a buffer.
void NotesWriter::add(const AnalysedRecord& record, std::string_view file) {
  notes_.clear();
  put_string(notes_, file);
  for (const AnalysedValue& value : record.values) {
    put_number(notes_, value.slot);
    put_string(notes_, value.bytes);
  }
  put_string(file_.buffer(), notes_);
  file_.appended();
}

Status NotesReader::read(std::uint32_t ordinal, DocumentNotes& notes) {
  std::string_view left;
  for (; next_ <= ordinal && in_.is_good(); ++next_) left = in_.string();
  notes.values.clear();
  bool is_whole = schema::take_string(left, notes.file);
  while (is_whole && !left.empty()) {
    std::uint64_t slot = 0;
    NotedValue value;
    is_whole = schema::take_number(left, slot) && schema::take_string(left, value.bytes);
    value.slot = static_cast<schema::Slot>(slot);
    notes.values.push_back(value);
  }
  if (!is_whole) in_.set_damaged();
  return in_.status();
}

}  // namespace postil::index::glass
