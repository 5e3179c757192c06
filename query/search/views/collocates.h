// Collocates: the words that stand near the question's matches more often than chance would have
// it.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_COLLOCATES_H_
#define POSTIL_QUERY_SEARCH_VIEWS_COLLOCATES_H_

#include <cstdint>

#include "query/search/view.h"

namespace postil::query {

enum class CollocateSort : std::uint8_t { kLogLikelihood, kLogDice };

struct CollocateOptions {
  std::uint32_t window = 5;  // words on either side of a match, within its paragraph
  std::uint64_t floor = 3;   // words that stand near fewer times are left out
  CollocateSort sort = CollocateSort::kLogLikelihood;
  std::uint64_t limit = 50;  // rows at most; 0 for all
};

// Columns:
//   word            folded, exact (not stemmed)
//   near            how many of its places are near a match
//   in_all          how many places it has in the collection (collection.h), those in matches left
//                   out
//   expected        how many would be near by chance
//   log_likelihood  G2 of the table below (keyness.h)
//   log_dice        14 + log2(2 * near / (matches + in_all)) (keyness.h)
//
// What is counted are places: each word of the collection's searched texts is one place. A place
// that is a word of a match belongs to no count. Any other is near if it is at most `window` words
// from a word of a match in the same paragraph, title or standfirst; once, however many matches are
// around it. With N = all places but those of matches, and W = those that are near, the table of a
// word is
//
//                 the word           other words
//   near          near               W - near                         W
//   elsewhere     in_all - near      N - W - in_all + near            N - W
//                 in_all             N - in_all                       N
//
// so that expected = W * in_all / N. Only words with near > expected and near >= floor are given,
// none else is left out, be it ever so common. `matches` is the number of matches as KWIC lists
// them. Equal ones are ordered by near, then by the word. Matches in author notes have no place in
// this (notes are no searched text); a note says how many there are.
class Collocates : public View {
 public:
  explicit Collocates(CollocateOptions options) : options_(options) {}

  Status run(const Prepared& question, RowSink& rows) const override;

 private:
  CollocateOptions options_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_COLLOCATES_H_
