// The words that characterise what matches: those that its texts hold more often than the rest of
// the collection does.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_TERMS_H_
#define POSTIL_QUERY_SEARCH_VIEWS_TERMS_H_

#include <cstdint>

#include "query/search/view.h"

namespace postil::query {

struct TermsOptions {
  std::uint64_t floor = 3;   // words that the matching records hold fewer times are left out
  std::uint64_t limit = 50;  // rows at most; 0 for all
};

// Columns:
//   word        folded, exact (not stemmed)
//   in_matches  how often it stands in the matching records
//   records     how many of them hold it
//   in_all      how often it stands in the collection (collection.h)
//   expected    how often it would stand in the matching records by chance
//   ratio       how many times as often as in all other records; null if it is nowhere else
//   keyness     G2 (keyness.h) of
//
//                        the word               other words
//     matching records   in_matches             …               words of the matching records
//     other records      in_all - in_matches    …               words of the other records
//
// Matching records are the articles and comments that match, each with its whole searched text.
// Only words with in_matches > expected are given, the question's own among them; highest keyness
// first, equal ones by word.
class Terms : public View {
 public:
  explicit Terms(TermsOptions options) : options_(options) {}

  Status run(const Prepared& question, RowSink& rows) const override;

 private:
  TermsOptions options_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_TERMS_H_
