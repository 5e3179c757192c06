// What a question's matches are measured against: the records that it could have matched, and how
// many words they hold, in all and of each word. Behind every rate and every expected number.
//
// These are the records that pass the filters, and also those parts of the question that say
// nothing of the text: `--author roberts peace` and `author:roberts peace` both measure "peace" in
// what Roberts wrote.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_COLLECTION_H_
#define POSTIL_QUERY_SEARCH_VIEWS_COLLECTION_H_

#include <xapian.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "query/search/prepared.h"
#include "query/search/records.h"

namespace postil::query {

// Sees the state of the question it was made for. Throws what Xapian throws.
class Collection {
 public:
  static Result<Collection> of(const Prepared& question);

  // Ascending; every match of the question is among them.
  const RecordIds& records() const { return records_; }

  // Words of all their searched texts together.
  std::uint64_t words() const;

  // How often a folded word stands in their searched texts.
  std::uint64_t frequency(std::string_view word) const;

 private:
  Collection(const Xapian::Database& database, RecordIds records, bool is_everything);

  const Xapian::Database& database_;
  RecordIds records_;
  bool is_everything_;
  std::vector<bool> holds_;  // by document id, if it is not everything
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_COLLECTION_H_
