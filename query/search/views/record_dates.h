// When the records of a collection were written, as precisely as it is known: an article's
// published date, a comment's own. Read from values where these tell it, from the stored record
// where not.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_RECORD_DATES_H_
#define POSTIL_QUERY_SEARCH_VIEWS_RECORD_DATES_H_

#include <xapian.h>

#include <optional>

#include "core/base/date.h"
#include "core/base/result.h"
#include "query/search/slot_reader.h"
#include "query/search/views/timeline.h"

namespace postil::query {

// Records must be asked for in ascending order. Throws what Xapian throws.
class RecordDates {
 public:
  RecordDates(const Xapian::Database& database, Period period);

  // The date cut to the period: day 0 for months, month and day 0 for years. One that is less
  // precise stays so. Null if it is unknown.
  Result<std::optional<PartialDate>> read(Xapian::docid id, bool is_comment);

 private:
  Result<std::optional<PartialDate>> read_comment(Xapian::docid id);

  const Xapian::Database& database_;
  Period period_;
  SlotReader first_days_;
  SlotReader last_days_;
  SlotReader comment_days_;
};

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_RECORD_DATES_H_
