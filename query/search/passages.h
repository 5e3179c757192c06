// Cuts passages: for each paragraph that matches, the sentences around the place where most of the
// question stands closest together.

#ifndef POSTIL_QUERY_SEARCH_PASSAGES_H_
#define POSTIL_QUERY_SEARCH_PASSAGES_H_

#include <cstdint>
#include <vector>

#include "core/schema/record.h"
#include "core/text/analyser.h"
#include "query/search/answer.h"
#include "query/search/spotter.h"

namespace postil::query {

// The most that a passage shows around its match, in bytes; sentences that do not fit are cut at a
// word, the match itself never.
inline constexpr std::uint32_t kPassageBytes = 420;

struct Passages {
  std::vector<Passage> best;  // best first, at most as many as asked for
  std::vector<Highlight> title;
};

// What matches in one record: its standfirst, paragraphs and note as passages, its title apart.
Passages find_passages(const schema::Record& record, std::size_t limit, Spotter& spotter,
                       text::Analyser& analyser);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_PASSAGES_H_
