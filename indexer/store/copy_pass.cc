#include "indexer/store/copy_pass.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "core/schema/record.h"
#include "core/schema/stamp.h"
#include "core/schema/terms.h"
#include "core/text/analyser.h"
#include "indexer/copies/clusters.h"
#include "indexer/copies/pair_cache.h"
#include "indexer/store/copy_candidates.h"
#include "indexer/store/slot_values.h"
#include "indexer/store/standing.h"

namespace postil::index {

namespace {

// With more records to look at than this, and more than a share of all, looking at all is cheaper.
constexpr std::size_t kFewRecords = 2000;
constexpr std::size_t kShareOfAll = 8;

std::optional<Xapian::docid> find(const Xapian::Database& database, const std::string& term) {
  const auto found = database.postlist_begin(term);
  if (found == database.postlist_end(term)) return std::nullopt;
  return *found;
}

void append_postings(const Xapian::Database& database, const std::string& term,
                     std::set<Xapian::docid>& ids) {
  ids.insert(database.postlist_begin(term), database.postlist_end(term));
}

// Compares the texts of records, reading each once if it can.
class TextComparer {
 public:
  TextComparer(const Xapian::Database& database, double threshold)
      : database_(database), threshold_(threshold) {}

  Overlap compare(Xapian::docid a, Xapian::docid b) {
    const PairCache::Shared first = pairs_of(a);
    return overlap(*first, *pairs_of(b), threshold_);
  }

 private:
  PairCache::Shared pairs_of(Xapian::docid id) {
    if (PairCache::Shared known = texts_.find(id)) return known;
    const std::string data = database_.get_document(id).get_data();
    const Result<schema::Record> record = schema::decode(data);
    if (record) {
      for (const schema::StoredParagraph& paragraph : record->paragraphs) {
        text::WordStream words(analyser_, paragraph.body.text);
        for (text::Word word; words.next(word);) collector_.add_word(word.term);
        collector_.end_paragraph();
      }
    }
    auto pairs = std::make_shared<const PairSet>(collector_.take());
    texts_.keep(id, pairs);
    return pairs;
  }

  const Xapian::Database& database_;
  const double threshold_;
  text::Analyser analyser_;
  PairCollector collector_;
  PairCache texts_;
};

// The records that a clustering is about: signatures, and where they are.
struct Records {
  std::vector<Xapian::docid> ids;  // ascending
  std::vector<Signature> signatures;

  void add(Xapian::docid id, const std::optional<Signature>& signature) {
    if (!signature) return;
    ids.push_back(id);
    signatures.push_back(*signature);
  }
};

// Some records whose near-duplicates are asked for, and all that share a bucket with one of them.
struct Linked {
  Records records;
  std::vector<bool> active;
  std::vector<BucketDepths> depths;
};

class CopyPass {
 public:
  CopyPass(Xapian::WritableDatabase& database, RecordChanges& changes, double threshold)
      : database_(database),
        changes_(changes),
        threshold_(threshold),
        candidates_(database),
        comparer_(database, threshold) {}

  // `everything`: all records are to be looked at.
  void settle(bool everything) {
    if (everything || !settle_changed()) settle_all();
  }

 private:
  using Ids = std::set<Xapian::docid>;

  void settle_all();

  // False if there is too much of it, and nothing was done.
  bool settle_changed();

  Records read_all() const;
  Linked read_linked(const Ids& active);
  Clusters cluster(const Records& records, ClusterInput input);
  Ids touched();
  void add_bucket_mates(const Signature& signature, bool is_gone, std::size_t changes, Ids& ids);
  void add_group_of(Xapian::docid id, Ids& ids) const;
  void add_group(const std::string& first, Ids& ids) const;
  bool is_much(std::size_t records) const;

  std::map<Xapian::docid, Standing> standings_of(const Records& records, const Clusters& clusters);
  void write(Xapian::docid id, Standing standing);
  void write_version(Xapian::docid article, const std::string& article_id,
                     const std::string& version);

  Xapian::WritableDatabase& database_;
  RecordChanges& changes_;
  double threshold_;
  CopyCandidates candidates_;
  TextComparer comparer_;
};

void CopyPass::settle_all() {
  Records records;
  if (threshold_ != kNoCopies) records = read_all();
  std::map<Xapian::docid, Standing> wanted = standings_of(records, cluster(records, {}));
  for_each_value(database_, schema::kFirstCopySlot,
                 [&](Xapian::docid id, const std::string&) { wanted.try_emplace(id); });
  for (const auto& [id, standing] : wanted) write(id, standing);
}

bool CopyPass::settle_changed() {
  if (threshold_ == kNoCopies) return true;
  Ids active = touched();
  for (;;) {
    if (is_much(active.size())) return false;
    Linked linked = read_linked(active);
    const Records& records = linked.records;
    if (is_much(records.ids.size())) return false;
    ClusterInput input;
    input.active = std::move(linked.active);
    input.depths = std::move(linked.depths);
    const Clusters clusters = cluster(records, std::move(input));
    if (clusters.linked_outside.empty()) {
      std::map<Xapian::docid, Standing> wanted = standings_of(records, clusters);
      for (const Xapian::docid id : active) wanted.try_emplace(id);
      for (const auto& [id, standing] : wanted) write(id, standing);
      return true;
    }
    for (const std::uint32_t member : clusters.linked_outside) {
      active.insert(records.ids[member]);
      add_group_of(records.ids[member], active);
    }
  }
}

bool CopyPass::is_much(std::size_t records) const {
  return records > kFewRecords && records > database_.get_doccount() / kShareOfAll;
}

Records CopyPass::read_all() const {
  Records records;
  for_each_value(database_, schema::kSignatureSlot,
                 [&](Xapian::docid id, const std::string& value) {
                   records.add(id, decode_signature(value));
                 });
  return records;
}

Linked CopyPass::read_linked(const Ids& active) {
  std::map<Xapian::docid, BucketDepths> all;
  for (const Xapian::docid id : active) {
    const std::optional<Signature>& signature = candidates_.signature(id);
    if (!signature) continue;
    BucketDepths depths{};
    for (std::size_t place = 0; place < signature->key_count; ++place) {
      const CopyCandidates::Bucket bucket = candidates_.bucket(*signature, place, kBucketSize);
      depths[place] = bucket.depth;
      for (const Xapian::docid mate : bucket.ids) all.try_emplace(mate);
    }
    all[id] = depths;
  }
  Linked linked;
  for (const auto& [id, depths] : all) {
    linked.records.add(id, candidates_.signature(id));
    linked.active.push_back(active.count(id) != 0);
    linked.depths.push_back(depths);
  }
  return linked;
}

Clusters CopyPass::cluster(const Records& records, ClusterInput input) {
  input.members = records.signatures;
  input.threshold = threshold_;
  input.compare = [&](const std::vector<MemberPair>& pairs) {
    std::vector<Overlap> overlaps;
    for (const auto& [a, b] : pairs) {
      overlaps.push_back(comparer_.compare(records.ids[a], records.ids[b]));
    }
    return overlaps;
  };
  return find_clusters(input);
}

// The records of which it may have changed which are their near-duplicates, but for those that are
// linked to one of them now.
CopyPass::Ids CopyPass::touched() {
  Ids ids;
  const std::size_t changes = changes_.changed().size() + changes_.old_signatures().size();
  for (const Xapian::docid id : changes_.changed()) {
    ids.insert(id);
    const std::optional<Signature> signature = candidates_.signature(id);
    if (signature) add_bucket_mates(*signature, false, changes, ids);
  }
  for (const Signature& signature : changes_.old_signatures()) {
    add_bucket_mates(signature, true, changes, ids);
  }
  const Ids direct = ids;
  for (const Xapian::docid id : direct) add_group_of(id, ids);
  for (const std::string& first : changes_.old_firsts()) add_group(first, ids);
  for (const std::string& copy : changes_.old_copies()) {
    const auto id = find(database_, schema::make_term(schema::kIdPrefix, copy));
    if (id) ids.insert(*id);
  }
  return ids;
}

// Those that shared a bucket with a record that is gone and may have been linked to it; and of
// buckets that may have been larger or smaller than the limit before all that `changes` records can
// have made the difference for: they are compared with others than before.
void CopyPass::add_bucket_mates(const Signature& signature, bool is_gone, std::size_t changes,
                                Ids& ids) {
  for (std::size_t place = 0; place < signature.key_count; ++place) {
    const CopyCandidates::Bucket bucket =
        candidates_.bucket(signature, place, kBucketSize + changes);
    const bool is_divided_anew = bucket.ids.size() + changes > kBucketSize;
    for (const Xapian::docid id : bucket.ids) {
      const std::optional<Signature>& mate = candidates_.signature(id);
      if (is_divided_anew || (is_gone && mate && may_be_copies(signature, *mate))) ids.insert(id);
    }
  }
}

void CopyPass::add_group_of(Xapian::docid id, Ids& ids) const {
  const std::string first = database_.get_document(id).get_value(schema::kFirstCopySlot);
  if (!first.empty()) add_group(first, ids);
}

void CopyPass::add_group(const std::string& first, Ids& ids) const {
  const auto earliest = find(database_, schema::make_term(schema::kIdPrefix, first));
  if (!earliest) return;
  const std::string copies = database_.get_document(*earliest).get_value(schema::kCopiesSlot);
  const std::vector<std::string_view> all = schema::decode_values(copies);
  for (std::size_t i = 0; i + 1 < all.size(); i += 2) {
    const auto id = find(database_, schema::make_term(schema::kIdPrefix, all[i]));
    if (id) ids.insert(*id);
  }
}

std::map<Xapian::docid, Standing> CopyPass::standings_of(const Records& records,
                                                         const Clusters& clusters) {
  std::map<Xapian::docid, Standing> all;
  for (auto& [member, standing] :
       standings(clusters, records.signatures, [&](std::uint32_t member) {
         return std::optional(database_.get_document(records.ids[member]).get_data());
       })) {
    all.emplace(records.ids[member], std::move(standing));
  }
  return all;
}

void CopyPass::write(Xapian::docid id, Standing standing) {
  Xapian::Document document = database_.get_document(id);
  if (standing.id.empty()) {
    const std::string data = document.get_data();
    if (const Result<schema::Record> record = schema::decode(data)) {
      standing.id = record->id;
      standing.kind = record->kind;
    }
  }
  const std::string article_key = document.get_value(schema::kArticleSlot);
  const bool is_same = document.get_value(schema::kFirstCopySlot) == standing.first &&
                       document.get_value(schema::kCopiesSlot) == standing.copies;
  const std::string version =
      standing.first.empty() ? article_key : schema::article_key(standing.first);
  const bool is_article = !standing.id.empty() && standing.kind == schema::Kind::kArticle;
  if (!is_same) {
    document.add_value(schema::kFirstCopySlot, standing.first);
    document.add_value(schema::kCopiesSlot, standing.copies);
    if (is_article) document.add_value(schema::kVersionSlot, version);
    database_.replace_document(id, document);
    changes_.after_settling(id);
  }
  if (is_article) write_version(id, standing.id, version);
}

// The version is the same in an article and its comments.
void CopyPass::write_version(Xapian::docid article, const std::string& article_id,
                             const std::string& version) {
  std::set<Xapian::docid> below;
  append_postings(database_, schema::make_term(schema::kArticlePrefix, article_id), below);
  below.insert(article);
  for (const Xapian::docid id : below) {
    Xapian::Document document = database_.get_document(id);
    if (document.get_value(schema::kVersionSlot) == version) continue;
    document.add_value(schema::kVersionSlot, version);
    database_.replace_document(id, document);
    changes_.after_settling(id);
  }
}

}  // namespace

std::optional<double> stored_copy_threshold(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(schema::kCopiesKey));
  if (text.empty()) return std::nullopt;
  return std::strtod(text.c_str(), nullptr);
}

void settle_copies(Xapian::WritableDatabase& database, RecordChanges& changes,
                   std::optional<double> threshold) {
  const std::optional<double> before = stored_copy_threshold(database);
  const double wanted = threshold.value_or(before.value_or(kDefaultThreshold));
  CopyPass(database, changes, wanted).settle(changes.is_unknown() || before != wanted);
  database.set_metadata(std::string(schema::kCopiesKey), fmt::format("{}", wanted));
}

}  // namespace postil::index
