// A view's table on a terminal: rows of figures under each other, or occurrences under each other
// in a concordance.

#ifndef POSTIL_QUERY_OUTPUT_TEXT_TABLES_H_
#define POSTIL_QUERY_OUTPUT_TEXT_TABLES_H_

#include <cstdint>
#include <memory>

#include "query/output/output.h"

namespace postil::query {

// Gathers the rows and prints them in columns as wide as what they hold. On a narrow terminal
// titles are stacked, then minor columns are left out, then texts are cut; a kBar column is drawn
// again at the end of the row as wide as there is room. Minor columns that hold nothing but zeros
// and unknowns are left out anywhere.
std::unique_ptr<RowSink> aligned_table(const TableHead& head, const OutputOptions& options,
                                       const TableStreams& streams);

// Prints each row at once: the match in one column under the others, the left context before it,
// and who wrote it when and where behind the right one.
std::unique_ptr<RowSink> concordance(const TableHead& head, const OutputOptions& options,
                                     const TableStreams& streams);

// How many columns a concordance on a terminal of `width` columns has on either side of a match.
int concordance_context(int width);

}  // namespace postil::query

#endif  // POSTIL_QUERY_OUTPUT_TEXT_TABLES_H_
