// One state of a database and what reads it: what every part of an answer is made on.

#ifndef POSTIL_QUERY_SEARCH_STATE_H_
#define POSTIL_QUERY_SEARCH_STATE_H_

#include <xapian.h>

#include "core/schema/columns.h"
#include "core/text/analyser.h"
#include "query/search/glass/table.h"
#include "query/search/vocabulary.h"

namespace postil::query {

// All must outlive what is made on them.
struct State {
  const Xapian::Database& database;
  const schema::Columns* columns;  // null if there are none
  glass::Tables* tables;           // null if only Xapian can read them
  Vocabulary& vocabulary;
  text::Analyser& analyser;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_STATE_H_
