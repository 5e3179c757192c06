// Walks over the texts in which a question's words and phrases stand, record by record: what the
// views that look at text, and not only at counts, start from.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_PLACES_H_
#define POSTIL_QUERY_SEARCH_VIEWS_PLACES_H_

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/schema/record.h"
#include "core/text/analyser.h"
#include "query/search/prepared.h"
#include "query/search/spotter.h"

namespace postil::query {

// One occurrence of a word, a phrase, or words near each other: its words, as ascending numbers in
// the text, counted from 0.
struct MatchPlace {
  std::vector<std::uint32_t> words;

  std::uint32_t first_word() const { return words.front(); }
  std::uint32_t last_word() const { return words.back(); }
  bool operator==(const MatchPlace&) const = default;
  auto operator<=>(const MatchPlace&) const = default;
};

// A title, standfirst, paragraph or note with the occurrences in it.
struct MatchedText {
  const schema::Record& record;
  std::string_view text;
  schema::Zone zone = schema::Zone::kBody;
  std::uint32_t paragraph = 0;            // from 1; 0 in the title, standfirst or note
  std::uint32_t page = 0;                 // as in a Passage
  const std::vector<text::Word>& words;   // of the text, only their bytes
  const std::vector<MatchPlace>& places;  // one or more, by first word; no two of the same words
};

// The occurrences in what the spotter found: places that two parts of a question share are one.
std::vector<MatchPlace> match_places(const Spots& spots);

// Calls `visit` for each such text, in the order of the records and, within each, from the title to
// the last paragraph, then the note, until it returns false. What it is given lasts for the call.
// A question without a word or phrase is an Error of kind kQuery. Throws what Xapian throws.
Status each_matched_text(const Prepared& question,
                         const std::function<bool(const MatchedText&)>& visit);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_PLACES_H_
