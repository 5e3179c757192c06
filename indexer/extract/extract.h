// Turns a raw article into an Article: the stage between the readers and the store. What the source
// declares is kept; what it leaves open is read from the text, where the text makes it plain.
//
//   RawArticle ─extract→ Article ─store→ records

#ifndef POSTIL_INDEXER_EXTRACT_EXTRACT_H_
#define POSTIL_INDEXER_EXTRACT_EXTRACT_H_

#include <functional>
#include <string>
#include <string_view>

#include "indexer/model/article.h"
#include "indexer/model/finding.h"

namespace postil::index {

// Receives what the owner of a file should know about its text; the path is the caller's to add.
using FindingSink =
    std::function<void(Severity severity, std::string_view reason, std::string detail)>;

// The article that `raw` holds. PageText is told apart into title, byline, body, furniture and
// comments; BodyText is split into paragraphs; MarkedBody is taken as it is. Linear in the text,
// whatever it says; never throws but for want of memory. Thread-safe.
Article extract(RawArticle raw, const FindingSink& findings);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_EXTRACT_H_
