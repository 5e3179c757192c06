// Keyword in context: every occurrence of the question's words and phrases, one a row, aligned
// under each other with the text to the left and to the right and with where it stands. What a
// reader scans and a researcher sorts.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_KWIC_H_
#define POSTIL_QUERY_SEARCH_VIEWS_KWIC_H_

#include <cstdint>

#include "query/search/view.h"

namespace postil::query {

enum class KwicSort : std::uint8_t {
  kNone,   // the order of the index, and of the text within each record
  kLeft,   // by the words to the left, the nearest first
  kRight,  // by the words to the right, the nearest first
  kMatch,  // by the match's own words, then by those to the right
};

struct KwicOptions {
  // How much of the paragraph is shown on either side, in whole words (a longer one is cut): at
  // most so many code points, or, if `words` is not 0, exactly so many words where there are so
  // many.
  std::uint32_t characters = 40;
  std::uint32_t words = 0;

  // Words are compared one by one in their folded form, by code points; the shorter side comes
  // first, and equal ones keep their order. Only the nearest kKwicSortWords are compared.
  KwicSort sort = KwicSort::kNone;

  std::uint64_t limit = 0;  // rows at most; 0 for all

  // If not 0: a random sample of so many of all occurrences, each equally likely, before sorting
  // and limiting. Each occurrence draws a number, the 64-bit XXH3 hash with this seed of where it
  // stands (the record's id, the zone, the paragraph and its words in it), and the smallest numbers
  // win. So the same sample comes from any index of the same articles, whatever their order in it,
  // and adding articles to the folder changes no more of it than it must.
  std::uint64_t sample = 0;
  std::uint64_t seed = 0;
};

inline constexpr std::uint32_t kKwicSortWords = 20;

// Columns: left, match, right (which joined are the text, letter for letter), zone, paragraph (null
// outside the body and comments), author (of a comment: the commenter), published, title, outlet,
// kind, id, path, url. A comment's title, outlet and url are its article's.
//
// An occurrence is a phrase or word of the question outside any NOT; of words near each other the
// stretch that holds them. For a question of one word or phrase there are as many rows as the
// answer counts occurrences. Unsorted and unsampled rows come while the records are read.
class Kwic : public View {
 public:
  explicit Kwic(KwicOptions options) : options_(options) {}

  Status run(const Prepared& question, RowSink& rows) const override;

 private:
  KwicOptions options_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_KWIC_H_
