// Where a text stands and when it was written, in the few words that a terminal line has room for:
// the same in results, concordances and articles.

#ifndef POSTIL_QUERY_OUTPUT_LABELS_H_
#define POSTIL_QUERY_OUTPUT_LABELS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/schema/zone.h"
#include "query/output/page.h"
#include "query/search/answer.h"

namespace postil::query {

// "¶20", "¶3 quote", "¶7 p. 12", "standfirst": body and comments go without saying. `paragraph` and
// `page` are as in a Passage.
std::string place_label(std::uint32_t paragraph, std::uint32_t page, std::string_view zone);

Line byline(const std::vector<std::string>& authors, const std::optional<PartialDate>& published,
            schema::DateSource published_from, const std::optional<PartialDate>& captured,
            std::string_view outlet);

// Who, when (and where the date was found), in which outlet; what is unknown is said. The day on
// which a page was saved stands in for no date, but tells by when an undated one was there.
template <class Article>  // ArticleHit or Reading
Line byline(const Article& article) {
  return byline(article.authors, article.published, article.published_from, article.captured,
                article.outlet);
}

// "Comment 2, Anna, 2023-02-08, answers comment 1"; a reader without a name is anonymous.
Line comment_heading(std::uint32_t number, std::uint32_t parent, std::string_view author,
                     const std::optional<PartialDate>& published);

// `text` with its highlighted parts in the style `match`, added to `line`.
void add_highlighted(std::string_view text, const std::vector<Highlight>& highlights, Style plain,
                     Style match, Line& line);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_LABELS_H_
