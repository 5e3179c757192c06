// Who wrote the article of a page: all that declares or shows it, and the choice among that. Names
// of outlets, agencies, accounts and addresses are no authors.

#ifndef POSTIL_INDEXER_EXTRACT_HTML_PAGE_AUTHORS_H_
#define POSTIL_INDEXER_EXTRACT_HTML_PAGE_AUTHORS_H_

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/html/marked_parts.h"
#include "indexer/extract/html/page_facts.h"

namespace postil::index {

enum class AuthorSource : std::uint8_t {
  kJsonLd,
  kMeta,
  kMicrodata,  // itemprop=author
  kRel,        // rel=author
  kNamed,      // an element whose name says author
  kByline,     // a line "By Ann Lee" near the title
  kLinked,     // a link to /author/ann-lee near the title
};

struct AuthorClaim {
  AuthorSource source = AuthorSource::kJsonLd;
  std::vector<std::string> names;  // cleaned, without doubles
  bool persons = false;            // all look like names of people
  std::string desk;                // "Staff Writer", "Reuters": who is named in place of people
};

// What the page says, each source once, in the order of the enumeration. `outlet` and `host` are no
// authors.
std::vector<AuthorClaim> author_claims(const MarkedParts& page, NodeId main, const PageFacts& facts,
                                       std::string_view outlet, std::string_view address);

std::vector<std::string> choose_authors(const std::vector<AuthorClaim>& claims);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HTML_PAGE_AUTHORS_H_
