// Finds the buckets (copies/candidates.h) of a record in a database: its candidates to be
// near-duplicates, by the postings of the keys of its signature.

#ifndef POSTIL_INDEXER_STORE_COPY_CANDIDATES_H_
#define POSTIL_INDEXER_STORE_COPY_CANDIDATES_H_

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "indexer/copies/candidates.h"

namespace postil::index {

// Remembers what it reads: for one settling, in which no postings change.
class CopyCandidates {
 public:
  explicit CopyCandidates(const Xapian::Database& database) : database_(database) {}

  // None if the record has none, or is not there.
  const std::optional<Signature>& signature(Xapian::docid id);

  struct Bucket {
    std::vector<Xapian::docid> ids;  // ascending
    std::uint8_t depth = 1;
  };

  // The largest bucket of a record with this signature, whether it is there or not, that has no
  // more than `limit` records; or the last one, if no key divides it any further.
  Bucket bucket(const Signature& signature, std::size_t place, std::size_t limit);

 private:
  const std::vector<Xapian::docid>& postings(std::uint32_t key);

  const Xapian::Database& database_;
  std::map<Xapian::docid, std::optional<Signature>> signatures_;
  std::map<std::uint32_t, std::vector<Xapian::docid>> postings_;  // by key
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_COPY_CANDIDATES_H_
