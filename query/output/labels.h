// Where a text stands and when it was written, in the few words that a terminal line has room for:
// the same in results, concordances and articles.

#ifndef POSTIL_QUERY_OUTPUT_LABELS_H_
#define POSTIL_QUERY_OUTPUT_LABELS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/output/page.h"
#include "query/search/description.h"

namespace postil::query {

// "¶20", "¶3 quote", "¶7 p. 12", "standfirst": body and comments go without saying. `paragraph` and
// `page` are as in a Passage.
std::string place_label(std::uint32_t paragraph, std::uint32_t page, std::string_view zone);

// Who, when (and where the date was found), in which outlet; what is unknown is said. The day on
// which a page was saved stands in for no date, but tells by when an undated one was there.
Line byline(const ArticleDescription& article);

// "Comment 2, Anna, 2023-02-08, answers comment 1"; a reader without a name is anonymous.
Line comment_heading(const CommentDescription& comment);

// A text with its highlighted parts in the style `match`, added to `line`.
void add_marked(const MarkedText& marked, Style plain, Style match, Line& line);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_LABELS_H_
