// What a document has beside its terms and text: the file that it comes from and its values.
// Written beside the document spool, and read from front to back as often as all documents are
// looked at.

#ifndef POSTIL_INDEXER_STORE_GLASS_DOCUMENT_NOTES_H_
#define POSTIL_INDEXER_STORE_GLASS_DOCUMENT_NOTES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/schema/fields.h"
#include "indexer/store/analysed_record.h"
#include "indexer/store/glass/input_file.h"
#include "indexer/store/glass/output_file.h"

namespace postil::index::glass {

struct NotedValue {
  schema::Slot slot = 0;
  std::string_view bytes;  // not empty
};

struct DocumentNotes {
  std::string_view file;           // file_key() of the file that it comes from
  std::vector<NotedValue> values;  // by ascending slot

  // "" if there is none.
  std::string_view value(schema::Slot slot) const;
};

class NotesWriter {
 public:
  explicit NotesWriter(std::string path) : file_(std::move(path)) {}

  // Takes those of the next document.
  void add(const AnalysedRecord& record, std::string_view file);

  const std::string& path() const { return file_.path(); }
  Status status() const { return file_.status(); }
  Status finish() { return file_.finish(); }

 private:
  OutputFile file_;
  std::string notes_;  // of a document; a member to keep its memory
};

class NotesReader {
 public:
  // A path that was finished.
  explicit NotesReader(std::string path) : in_(std::move(path)) {}

  // Those of the document that was added as number `ordinal`, from 0; ordinals rise from call to
  // call. They are valid until the next call.
  Status read(std::uint32_t ordinal, DocumentNotes& notes);

 private:
  InputFile in_;
  std::uint32_t next_ = 0;  // ordinal
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_DOCUMENT_NOTES_H_
