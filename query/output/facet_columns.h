// The facets below the results on a terminal: compact columns side by side, as many as its width
// holds, each with its most frequent values and how many articles (and comments) have them.

#ifndef POSTIL_QUERY_OUTPUT_FACET_COLUMNS_H_
#define POSTIL_QUERY_OUTPUT_FACET_COLUMNS_H_

#include <vector>

#include "query/output/page.h"
#include "query/search/answer.h"

namespace postil::query {

// Prints the facets that have values; nothing at all if none has.
void print_facets(const std::vector<Facet>& facets, Page& page);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_FACET_COLUMNS_H_
