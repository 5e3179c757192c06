#include "indexer/copies/clusters.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace postil::index {
namespace {

// So many in agreement leave no doubt: three standard errors above any limit of relation().
constexpr double kCertain = 0.85;
constexpr double kCertainAbove = 0.25;  // above the threshold

constexpr std::size_t kMostParts = 64;  // of one text: more are no parts but quotations

// Pairs that are compared at once: enough for all cores, and few that would have been found to be
// linked by then through others.
constexpr std::size_t kAtOnce = 512;

class Components {
 public:
  explicit Components(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0U);
  }

  std::uint32_t find(std::uint32_t member) {
    while (parent_[member] != member) member = parent_[member] = parent_[parent_[member]];
    return member;
  }

  // The smaller number stays the root, so that the outcome does not depend on the order.
  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// An order of records that neither their number nor their place in a database enters.
bool stands_before(const Signature& a, const Signature& b) {
  const int order = std::memcmp(a.minima.data(), b.minima.data(), a.minima.size());
  return order != 0 ? order < 0 : a.id < b.id;
}

class Clusterer {
 public:
  explicit Clusterer(const ClusterInput& input)
      : in_(input),
        components_(input.members.size()),
        depths_(input.depths),
        outside_(input.members.size(), false) {
    depths_.resize(input.members.size());
  }

  Clusters run();

 private:
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t rank = 0;  // place of the member in ranked_

    bool operator<(const Entry& other) const;
  };

  // Records that share `depth` keys, those from `place` to `last` around the ring; by rank.
  struct Bucket {
    Entry* begin = nullptr;
    Entry* end = nullptr;
    std::size_t place = 0;
    std::size_t last = 0;
    std::size_t depth = 1;

    std::size_t size() const { return static_cast<std::size_t>(end - begin); }
  };

  struct Considered {
    MemberPair pair;
    bool is_certain = false;  // is_certain() of the pair
  };

  using Link = std::pair<std::uint32_t, std::uint32_t>;  // components: part, whole

  bool is_active(std::uint32_t member) const { return in_.active.empty() || in_.active[member]; }
  const Signature& signature(const Entry& entry) const { return in_.members[ranked_[entry.rank]]; }
  void rank();
  void consider_all();
  void divide(const Bucket& bucket);
  void compare_all(const Bucket& bucket);
  void consider_active();
  std::vector<Entry> entries() const;
  std::vector<Entry> bucket_of(std::uint32_t member, std::size_t place,
                               const std::vector<Entry>& all) const;
  bool share_keys(std::uint32_t a, std::uint32_t b, std::size_t place) const;
  bool were_considered(std::uint32_t a, std::uint32_t b, std::size_t before) const;
  void consider(std::uint32_t a, std::uint32_t b, std::size_t place);
  bool is_certain(const MemberPair& pair) const;
  void settle();
  void link(const MemberPair& pair, Relation relation);
  void attach_parts();
  Clusters groups();

  const ClusterInput& in_;
  Components components_;
  std::vector<std::uint32_t> ranked_;   // members in their order
  std::vector<BucketDepths> depths_;    // of members; 0: alone in its bucket, or not divided so far
  std::vector<Considered> considered_;  // not yet linked, in their order
  std::vector<Link> parts_;             // members: shorter, longer
  std::vector<bool> outside_;
};

Clusters Clusterer::run() {
  rank();
  in_.active.empty() ? consider_all() : consider_active();
  settle();
  attach_parts();
  return groups();
}

void Clusterer::rank() {
  ranked_.resize(in_.members.size());
  std::iota(ranked_.begin(), ranked_.end(), 0U);
  std::sort(ranked_.begin(), ranked_.end(), [this](std::uint32_t a, std::uint32_t b) {
    return stands_before(in_.members[a], in_.members[b]);
  });
}

bool Clusterer::Entry::operator<(const Entry& other) const {
  return std::tie(key, rank) < std::tie(other.key, other.rank);
}

// Calls `show` for each stretch of entries with one key that has more than one.
template <class Iterator, class Show>
void for_each_key(Iterator begin, Iterator end, Show&& show) {
  while (begin != end) {
    const Iterator behind =
        std::find_if(begin, end, [&](const auto& entry) { return entry.key != begin->key; });
    if (behind - begin > 1) show(begin, behind);
    begin = behind;
  }
}

void Clusterer::consider_all() {
  std::vector<Entry> all;
  for (std::size_t place = 0; place < Signature::kMostKeys; ++place) {
    all.clear();
    for (std::uint32_t rank = 0; rank < ranked_.size(); ++rank) {
      const Signature& signature = in_.members[ranked_[rank]];
      if (place < signature.key_count) all.push_back({signature.keys[place], rank});
    }
    std::sort(all.begin(), all.end());
    for_each_key(all.data(), all.data() + all.size(), [&](Entry* begin, Entry* end) {
      divide({begin, end, place, place, 1});
    });
  }
}

void Clusterer::divide(const Bucket& bucket) {
  if (bucket.size() <= kBucketSize || bucket.depth == ring_size(bucket.place)) {
    compare_all(bucket);
    return;
  }
  const std::size_t next = next_place(bucket.last);
  std::for_each(bucket.begin, bucket.end,
                [&](Entry& entry) { entry.key = signature(entry).keys[next]; });
  std::sort(bucket.begin, bucket.end);
  for_each_key(bucket.begin, bucket.end, [&](Entry* begin, Entry* end) {
    divide({begin, end, bucket.place, next, bucket.depth + 1});
  });
}

void Clusterer::compare_all(const Bucket& bucket) {
  const std::size_t size = bucket.size();
  const std::size_t reach = size <= kBucketSize ? size : kNeighbours;
  for (std::size_t i = 0; i < size; ++i) {
    const std::uint32_t member = ranked_[bucket.begin[i].rank];
    depths_[member][bucket.place] = static_cast<std::uint8_t>(bucket.depth);
    for (std::size_t j = i + 1; j < size && j - i <= reach; ++j) {
      consider(member, ranked_[bucket.begin[j].rank], bucket.place);
    }
  }
}

void Clusterer::consider_active() {
  const std::vector<Entry> all = entries();
  for (std::uint32_t rank = 0; rank < ranked_.size(); ++rank) {
    const std::uint32_t member = ranked_[rank];
    if (!is_active(member)) continue;
    for (std::size_t place = 0; place < in_.members[member].key_count; ++place) {
      const std::vector<Entry> bucket = bucket_of(member, place, all);
      const std::size_t reach = bucket.size() <= kBucketSize ? bucket.size() : kNeighbours;
      const auto own = std::lower_bound(bucket.begin(), bucket.end(),
                                        Entry{in_.members[member].keys[place], rank});
      const auto at = static_cast<std::size_t>(own - bucket.begin());
      const std::size_t last = std::min(bucket.size(), at + reach + 1);
      for (std::size_t i = at - std::min(at, reach); i < last; ++i) {
        // Two that are active meet in the bucket of either.
        const std::uint32_t mate = ranked_[bucket[i].rank];
        if (bucket[i].rank > rank || !is_active(mate)) consider(member, mate, place);
      }
    }
  }
}

// Every key with every record that has it, by key and then in the order of records.
std::vector<Clusterer::Entry> Clusterer::entries() const {
  std::vector<Entry> all;
  for (std::uint32_t rank = 0; rank < ranked_.size(); ++rank) {
    const Signature& signature = in_.members[ranked_[rank]];
    for (std::size_t i = 0; i < signature.key_count; ++i) all.push_back({signature.keys[i], rank});
  }
  std::sort(all.begin(), all.end());
  return all;
}

// By rank, the member itself among them.
std::vector<Clusterer::Entry> Clusterer::bucket_of(std::uint32_t member, std::size_t place,
                                                   const std::vector<Entry>& all) const {
  const std::uint32_t key = in_.members[member].keys[place];
  std::vector<Entry> bucket;
  for (auto entry = std::lower_bound(all.begin(), all.end(), Entry{key, 0});
       entry != all.end() && entry->key == key; ++entry) {
    if (share_keys(member, ranked_[entry->rank], place)) bucket.push_back(*entry);
  }
  return bucket;
}

// Whether they share the keys that all in a's bucket at `place` do.
bool Clusterer::share_keys(std::uint32_t a, std::uint32_t b, std::size_t place) const {
  const Signature& first = in_.members[a];
  const Signature& second = in_.members[b];
  std::size_t at = place;
  for (std::size_t left = depths_[a][place]; left > 0; --left, at = next_place(at)) {
    if (second.key_count <= at || first.keys[at] != second.keys[at]) return false;
  }
  return true;
}

// Whether they met in a bucket of a place before, of which all were compared with each other.
bool Clusterer::were_considered(std::uint32_t a, std::uint32_t b, std::size_t before) const {
  for (std::size_t place = 0; place < before; ++place) {
    const std::size_t depth = depths_[a][place];
    if (depth != 0 && depth < ring_size(place) && share_keys(a, b, place)) return true;
  }
  return false;
}

void Clusterer::consider(std::uint32_t a, std::uint32_t b, std::size_t place) {
  if (components_.find(a) == components_.find(b) || were_considered(a, b, place)) return;
  if (!may_be_copies(in_.members[a], in_.members[b])) return;
  considered_.push_back({{a, b}, is_certain({a, b})});
  if (considered_.size() == kAtOnce) settle();
}

// Whether signatures alone leave no doubt that it is one text.
bool Clusterer::is_certain(const MemberPair& pair) const {
  const Agreement agreed = agreement(in_.members[pair.a], in_.members[pair.b]);
  if (agreed.of < Signature::kMostMinima) return false;
  const double share = static_cast<double>(agreed.equal) / agreed.of;
  return share >= std::max(kCertain, in_.threshold + kCertainAbove);
}

// What comes of the pairs does not depend on how many are settled at once, but for the comparisons
// of texts that turn out to be linked already.
void Clusterer::settle() {
  std::vector<MemberPair> uncertain;
  for (const Considered& each : considered_) {
    if (!each.is_certain) uncertain.push_back(each.pair);
  }
  std::vector<Overlap> overlaps;
  if (!uncertain.empty()) overlaps = in_.compare(uncertain);
  auto next = overlaps.begin();
  for (const auto& [pair, is_certain] : considered_) {
    link(pair,
         is_certain ? Relation::kSame : relation(*next++, in_.members[pair.a].kind, in_.threshold));
  }
  considered_.clear();
}

void Clusterer::link(const MemberPair& pair, Relation relation) {
  const auto& [a, b] = pair;
  if (relation == Relation::kNone || components_.find(a) == components_.find(b)) return;
  if (!is_active(a)) outside_[a] = true;
  if (!is_active(b)) outside_[b] = true;
  if (relation == Relation::kSame) {
    components_.unite(a, b);
  } else {
    const bool a_is_part = in_.members[a].pairs < in_.members[b].pairs;
    parts_.emplace_back(a_is_part ? a : b, a_is_part ? b : a);
  }
}

// A text cut short joins the text that it is a part of. Not if that text has another part that has
// nothing to do with this one: then it is a collection. Nor if there are two such texts that have
// nothing to do with each other: then the part is a quotation.
void Clusterer::attach_parts() {
  std::set<Link> links;
  for (const auto& [part, whole] : parts_) {
    const Link link(components_.find(part), components_.find(whole));
    if (link.first != link.second) links.insert(link);
  }
  std::map<std::uint32_t, std::vector<std::uint32_t>> parts_of;
  std::map<std::uint32_t, std::vector<std::uint32_t>> wholes_of;
  for (const auto& [part, whole] : links) {
    parts_of[whole].push_back(part);
    wholes_of[part].push_back(whole);
  }
  const auto are_linked = [&](std::uint32_t a, std::uint32_t b) {
    return links.count({a, b}) != 0 || links.count({b, a}) != 0;
  };
  const auto all_linked = [&](const std::vector<std::uint32_t>& them) {
    if (them.size() > kMostParts) return false;
    for (std::size_t i = 0; i < them.size(); ++i) {
      for (std::size_t j = i + 1; j < them.size(); ++j) {
        if (!are_linked(them[i], them[j])) return false;
      }
    }
    return true;
  };
  for (const auto& [part, whole] : links) {
    if (all_linked(parts_of[whole]) && all_linked(wholes_of[part])) components_.unite(part, whole);
  }
}

Clusters Clusterer::groups() {
  std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
  for (std::uint32_t i = 0; i < in_.members.size(); ++i) {
    if (is_active(i) || outside_[i]) by_root[components_.find(i)].push_back(i);
  }
  Clusters found;
  for (auto& [root, members] : by_root) {
    if (members.size() > 1) found.groups.push_back(std::move(members));
  }
  for (std::uint32_t i = 0; i < outside_.size(); ++i) {
    if (outside_[i]) found.linked_outside.push_back(i);
  }
  return found;
}

}  // namespace

Clusters find_clusters(const ClusterInput& input) { return Clusterer(input).run(); }

}  // namespace postil::index
