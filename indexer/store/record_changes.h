// What happened to the records of a database since what they say of each other was last in step:
// gathered by a writer, used at the end of its run (settle.h).

#ifndef POSTIL_INDEXER_STORE_RECORD_CHANGES_H_
#define POSTIL_INDEXER_STORE_RECORD_CHANGES_H_

#include <xapian.h>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "indexer/copies/signature.h"

namespace postil::index {

class RecordChanges {
 public:
  // A record, as it is stored, is about to be replaced or deleted.
  void before_change(const Xapian::Document& document);

  // A record was added or has replaced another.
  void after_change(Xapian::docid id) {
    changed_.insert(id);
    touched_.insert(id);
  }

  // Also if it had been changed before.
  void after_delete(Xapian::docid id) {
    changed_.erase(id);
    touched_.insert(id);
  }

  // Of a record only values were changed, to bring it in step with others.
  void after_settling(Xapian::docid id) { touched_.insert(id); }

  // Nothing is known of the changes: all records are to be looked at.
  void set_unknown() { unknown_ = true; }
  bool is_unknown() const { return unknown_; }

  // Records that were added or replaced, and are there.
  const std::set<Xapian::docid>& changed() const { return changed_; }

  // Records whose values may be others than before, or that are gone.
  const std::set<Xapian::docid>& touched() const { return touched_; }

  // Of the records as they were: their signatures; ids of the earliest of each group of
  // near-duplicates; ids of all of a group that lost its earliest.
  const std::vector<Signature>& old_signatures() const { return old_signatures_; }
  const std::set<std::string>& old_firsts() const { return old_firsts_; }
  const std::set<std::string>& old_copies() const { return old_copies_; }

  // And keys of their paragraphs, and of how many articles each group has been bereft.
  const std::set<std::uint64_t>& old_paragraphs() const { return old_paragraphs_; }
  const std::map<std::uint64_t, std::uint64_t>& old_groups() const { return old_groups_; }

 private:
  bool unknown_ = false;
  std::set<Xapian::docid> changed_;
  std::set<Xapian::docid> touched_;
  std::vector<Signature> old_signatures_;
  std::set<std::string> old_firsts_;
  std::set<std::string> old_copies_;
  std::set<std::uint64_t> old_paragraphs_;
  std::map<std::uint64_t, std::uint64_t> old_groups_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_STORE_RECORD_CHANGES_H_
