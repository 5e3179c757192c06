// A view: another way to look at what a question matches than a list of results. Each is one class
// in query/search/views/, made from the program's options with its own parameters, and yields a
// table.

#ifndef POSTIL_QUERY_SEARCH_VIEW_H_
#define POSTIL_QUERY_SEARCH_VIEW_H_

#include "core/base/result.h"
#include "query/search/table.h"

namespace postil::query {

struct Prepared;

class View {
 public:
  virtual ~View() = default;

  // Gives all rows to `rows`. Throws what Xapian throws. An error, or an exception, before the
  // first row means that nothing was given out.
  virtual Status run(const Prepared& question, RowSink& rows) const = 0;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEW_H_
