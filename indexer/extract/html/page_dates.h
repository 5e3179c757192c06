// When the article of a page was published: all that declares or shows it, and the choice among
// that.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_PAGE_DATES_H_
#define POSTIL_INDEXER_EXTRACT_HTML_PAGE_DATES_H_

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/extract/html/marked_parts.h"
#include "indexer/extract/html/page_facts.h"
#include "indexer/model/article.h"

namespace postil::index {

enum class DatePlace : std::uint8_t {
  kJsonLd,
  kMeta,
  kTime,    // <time datetime> or microdata near the head
  kNamed,   // an element whose name says date
  kByline,  // a line of its own near the title
  kUrl,
};

struct DateClaim {
  DatePlace place = DatePlace::kJsonLd;
  PartialDate date;
};

// Each place once, in the order of the enumeration.
std::vector<DateClaim> date_claims(const MarkedParts& page, NodeId main, const PageFacts& facts,
                                   std::string_view address);

std::optional<Published> choose_date(const std::vector<DateClaim>& claims);

// "/2022/03/28/", "/2022/03/", "2022-03-28", "20220328" in the path of a URL.
std::optional<PartialDate> date_of_url(std::string_view address);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_PAGE_DATES_H_
