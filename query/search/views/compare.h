// Compares the values of one facet: in which authors', outlets' or years' texts the question's
// matches are over-represented, and in which they are missing.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_COMPARE_H_
#define POSTIL_QUERY_SEARCH_VIEWS_COMPARE_H_

#include <cstdint>

#include "core/schema/fields.h"
#include "query/search/view.h"

namespace postil::query {

// Columns:
//   value        of the facet; spellings that fold to one are one, shown as the commonest of them
//   articles     whose own text matches
//   comments     that match
//   occurrences  in both; null unless the question is one word or phrase
//   words        of all records with this value in the collection (collection.h), matching or not
//   records      of the collection with this value
//   per_million  occurrences for each million of these words; null without occurrences or words,
//                and for occurrences in author notes, whose words are not among them
//   ratio        how many times as often as in all other records; null if it is nowhere else
//   keyness      G2 against all other records (keyness.h), negative where it is rarer than there
//
// With occurrences (not in author notes) the table behind ratio and keyness counts words:
//
//                     matched               not matched
//   with the value    occurrences           words - occurrences     words
//   without it        the other ones        …                       words of all other records
//
// Without, it counts records in the same way: matching ones out of all. A record with several
// values (co-authors, tags) counts for each. Highest keyness first; equal ones by value. All values
// of the collection are given, also those without a match, or the first `limit` of them; last comes
// the row of records without a value (value is null), if there are any.
class Compare : public View {
 public:
  // `field` is a facet. `limit`: values at most; 0 for all.
  explicit Compare(schema::FieldId field, std::uint64_t limit = 0) : field_(field), limit_(limit) {}

  Status run(const Prepared& question, RowSink& rows) const override;

 private:
  schema::FieldId field_;
  std::uint64_t limit_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_COMPARE_H_
