// Brings what records say of each other in step before their tables are written: what
// store/settle.h does to a database that exists, done to a build, whose records lie in spools.
// First which paragraphs are furniture because they recur, then near-duplicates.

#ifndef POSTIL_INDEXER_STORE_GLASS_SETTLEMENT_H_
#define POSTIL_INDEXER_STORE_GLASS_SETTLEMENT_H_

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "indexer/recurring/census.h"
#include "indexer/store/glass/documents.h"
#include "indexer/store/standing.h"

namespace postil::index {
class RecordMaker;
}

namespace postil::index::glass {

class Settlement {
 public:
  // `threshold`: see resemblance.h. `documents` must outlive this.
  Settlement(Documents& documents, double threshold, unsigned threads)
      : documents_(documents), threshold_(threshold), threads_(threads) {}

  // Makes records anew in which paragraphs have another fate than they should, up to an even share
  // of them on each of `benches`. First of the two.
  Status settle_furniture(const std::vector<std::unique_ptr<Bench>>& benches);

  // Finds near-duplicates. Others may read `documents` meanwhile.
  Status settle_copies();

  // Puts into a document's values what was found out, which lives as long as this.
  void apply(std::uint32_t number, std::vector<NotedValue>& values) const;

 private:
  Result<Census::Outcome> take_census() const;
  Result<std::vector<std::uint32_t>> remake_all(const std::vector<std::uint32_t>& numbers,
                                                const Census::Outcome& census, Bench& bench) const;
  Result<bool> remake(std::uint32_t number, const DocumentNotes& notes, RecordMaker& maker,
                      Bench& bench) const;
  void note(const Standing& standing);

  Documents& documents_;
  double threshold_;
  unsigned threads_;
  std::map<std::uint32_t, Standing> standings_;            // by number of the document
  std::unordered_map<std::string, std::string> versions_;  // by key of the article
};

}  // namespace postil::index::glass

#endif  // POSTIL_INDEXER_STORE_GLASS_SETTLEMENT_H_
