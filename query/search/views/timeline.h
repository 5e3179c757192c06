// How often, per year, month or day: in articles and in comments apart, raw and for each million
// words written in that time.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_TIMELINE_H_
#define POSTIL_QUERY_SEARCH_VIEWS_TIMELINE_H_

#include <cstdint>

#include "query/search/view.h"

namespace postil::query {

enum class Period : std::uint8_t { kYear, kMonth, kDay };

// Columns:
//   period               "2022", "2022-03" or "2022-03-18"
//   articles             whose own text matches, published then
//   comments             that match, written then
//   article_occurrences  in these articles; null unless the question is one word or phrase
//   comment_occurrences  in these comments
//   per_million          occurrences for each million of `words`; null without words, and for
//                        occurrences in author notes, whose words are not among them
//   words                of all articles published and all comments written then in the collection
//                        (collection.h): under the same filters, whether they match or not
//   collection_articles  of the collection, published then
//
// A comment counts when it was itself written, never by its article's date. Rows run without a gap
// from the first period of the collection to the last. Where it has neither article nor comment (it
// has no words, and per_million is null), nothing is known of the time; where it has words but no
// matches, nobody wrote so. More than kMostEmptyPeriods of the former in a row are one row,
// "1998-05..2012-11".
//
// A date less precise than the period has a row of its own before the periods it may belong to:
// "2022, month unknown". Undated articles and comments share the last row, whose period is null.
class Timeline : public View {
 public:
  explicit Timeline(Period period) : period_(period) {}

  Status run(const Prepared& question, RowSink& rows) const override;

 private:
  Period period_;
};

inline constexpr int kMostEmptyPeriods = 24;

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_TIMELINE_H_
