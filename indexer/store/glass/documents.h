// The documents of a build by their numbers in the database, whichever thread's bench they lie on,
// once all have been taken; and those of them that are made anew.

#ifndef POSTIL_INDEXER_STORE_GLASS_DOCUMENTS_H_
#define POSTIL_INDEXER_STORE_GLASS_DOCUMENTS_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "indexer/store/glass/bench.h"

namespace postil::index::glass {

class Documents {
 public:
  // Where a document lies.
  struct Place {
    const DocumentSpool* spool = nullptr;
    std::uint32_t ordinal = 0;
  };

  // Numbers the documents of all benches, which are finished and must outlive this, in the order of
  // batches.
  explicit Documents(const std::vector<std::unique_ptr<Bench>>& benches);

  std::uint32_t count() const { return count_; }

  // Of a number from 1 to count(); of a document that was replaced, the new one.
  Place find(std::uint32_t number) const;

  // Shows the notes of all documents in the order of their numbers, up to a show that fails.
  Status for_each_notes(
      const std::function<Status(std::uint32_t number, DocumentNotes& notes)>& show) const;

  // Puts the documents of `bench`, which is finished and must outlive this, in the place of those
  // with `numbers`, which rise; one for each.
  void replace(const std::vector<std::uint32_t>& numbers, Bench& bench);

 private:
  // Documents with numbers from `first` on, up to the next stretch's.
  struct Stretch {
    std::uint32_t first = 0;
    Bench* bench = nullptr;
    std::uint32_t ordinal = 0;  // of the first
  };

  const Stretch& stretch_of(std::uint32_t number) const;

  std::vector<Stretch> stretches_;
  std::uint32_t count_ = 0;
  std::unordered_map<std::uint32_t, Place> replaced_;  // by number
};

// Reads the notes of documents, in one thread; numbers rise from call to call.
class NotesByNumber {
 public:
  explicit NotesByNumber(const Documents& documents) : documents_(documents) {}

  // Valid until the next call.
  Status read(std::uint32_t number, DocumentNotes& notes);

 private:
  const Documents& documents_;
  std::unordered_map<const DocumentSpool*, NotesReader> readers_;
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_DOCUMENTS_H_
