// What records say of their near-duplicates: made of the groups that were found
// (copies/clusters.h), written into value slots by whoever found them.

#ifndef POSTIL_INDEXER_STORE_STANDING_H_
#define POSTIL_INDEXER_STORE_STANDING_H_

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/schema/record.h"
#include "indexer/copies/clusters.h"
#include "indexer/copies/signature.h"

namespace postil::index {

struct Standing {
  std::string first;   // id of the earliest; "": the record has no near-duplicates
  std::string copies;  // of the earliest: ids and paths of all, encoded

  // The record's own, where its text was read: reading it takes longer than all else here.
  std::string id;
  schema::Kind kind = schema::Kind::kArticle;
};

// The stored form of a record: what schema::decode() takes; none if it cannot be read. May throw.
using ReadStored = std::function<std::optional<std::string>(std::uint32_t member)>;

// The standing of each member of a group, by its place in `signatures`.
std::map<std::uint32_t, Standing> standings(const Clusters& clusters,
                                            const std::vector<Signature>& signatures,
                                            const ReadStored& read);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_STANDING_H_
