// Which records are near-duplicates of one another: groups of records whose texts are copies.
//
// A pure function of the set of records, whatever their order: that is why a run that changes a few
// of them ends as a rebuild would. Time and memory are linear in the number of records, for buckets
// (candidates.h) are small.

#ifndef POSTIL_INDEXER_COPIES_CLUSTERS_H_
#define POSTIL_INDEXER_COPIES_CLUSTERS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/copies/candidates.h"
#include "indexer/copies/resemblance.h"
#include "indexer/copies/signature.h"

namespace postil::index {

// Places in ClusterInput::members.
struct MemberPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
};

struct ClusterInput {
  // Different records. Whoever shares a bucket with an active one must be among them.
  std::vector<Signature> members;

  // One for each member: whether its copies are asked for. Empty: of all.
  std::vector<bool> active;

  // If not all are active: one for each member; of those that are not, without meaning.
  std::vector<BucketDepths> depths;

  double threshold = kDefaultThreshold;  // see resemblance.h

  // Compares the texts of members, each with another; a few hundred pairs or fewer at once. May
  // throw.
  std::function<std::vector<Overlap>(const std::vector<MemberPair>& pairs)> compare;
};

struct Clusters {
  std::vector<std::vector<std::uint32_t>> groups;  // two members or more, ascending

  // Members that are not active but are linked to one that is. While there are some, the groups are
  // not final: make these active too, and ask again.
  std::vector<std::uint32_t> linked_outside;
};

Clusters find_clusters(const ClusterInput& input);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_COPIES_CLUSTERS_H_
