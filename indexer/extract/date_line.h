// Dates as they stand around articles and comments: alone on their line, behind or before a name,
// or told as "3 months ago". Says which words of a short line are the date, so that the others can
// be read as a name; the date itself is read by indexer/model/date_text.h.

#ifndef POSTIL_INDEXER_EXTRACT_DATE_LINE_H_
#define POSTIL_INDEXER_EXTRACT_DATE_LINE_H_

#include <optional>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "indexer/extract/cues.h"
#include "indexer/extract/words.h"

namespace postil::index {

struct DateInLine {
  std::size_t begin = 0;            // bytes of the line that are the date and what belongs to it:
  std::size_t end = 0;              // "on", "at 10:15", "Published"
  std::optional<PartialDate> date;  // unknown for "3 months ago" and "Mar 24"
  bool relative = false;            // "3 months ago", "2d"
  bool updated = false;             // the line says that it is the date of a change
};

// The longest run of date words in `line`, if it holds a date; nothing in a line of more than 24
// words.
std::optional<DateInLine> find_line_date(std::string_view line, const PageWords& words,
                                         const std::vector<CueHit>& hits);

// The line is a date and nothing else.
bool is_date_only(std::string_view line, const DateInLine& date);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_EXTRACT_DATE_LINE_H_
