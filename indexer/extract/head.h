// The head of an article: title, byline, date, standfirst and a note about the author above the
// body; and the note at its foot. Reads only what stands near the body's first paragraph: a wrong
// author or date is worse than none.

#ifndef POSTIL_INDEXER_EXTRACT_HEAD_H_
#define POSTIL_INDEXER_EXTRACT_HEAD_H_

#include "indexer/extract/body_span.h"
#include "indexer/extract/page_parts.h"
#include "indexer/model/article.h"

namespace postil::index {

// What the page says about its article; marks the blocks that say it as kHead. `body` is the
// stretch that find_body() gave.
Metadata take_head(PageParts& page, const Span& body);

// The note about the author at the foot of the body, if there is one and `found` has none; also the
// author, if no other place named one.
void take_foot(PageParts& page, const Span& body, Metadata& found);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_HEAD_H_
