// The documents of a build by their numbers in the database, whichever thread's bench they lie on,
// once all have been taken; and those of them that are made anew.

#ifndef POSTIL_INDEXER_STORE_GLASS_DOCUMENTS_H_
#define POSTIL_INDEXER_STORE_GLASS_DOCUMENTS_H_

#include <cstdint>
#include <memory>
#include <string_view>
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

  // Numbers the documents of all benches, which are finished, in the order of batches. Documents
  // that are made anew go to `corrections`. All must outlive this.
  Documents(const std::vector<std::unique_ptr<Bench>>& benches, Bench& corrections);

  std::uint32_t count() const { return count_; }

  // Of a number from 1 to count(). Of a document that was replaced the new one, which can be read
  // once `corrections` is finished.
  Place find(std::uint32_t number) const;

  // Puts a record in the place of a document. Numbers must rise from call to call.
  Status replace(std::uint32_t number, const AnalysedRecord& record, std::string_view file);

 private:
  // Documents with numbers from `first` on, up to the next stretch's.
  struct Stretch {
    std::uint32_t first = 0;
    Bench* bench = nullptr;
    std::uint32_t ordinal = 0;  // of the first
  };

  const Stretch& stretch_of(std::uint32_t number) const;

  Bench& corrections_;
  std::vector<Stretch> stretches_;
  std::uint32_t count_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> replaced_;  // number: ordinal in corrections_
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_DOCUMENTS_H_
