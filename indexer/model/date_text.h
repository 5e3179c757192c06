// Dates as people write them, in English, German, French, Russian, Ukrainian, Turkish, Polish,
// Spanish and Italian: the one place where such text becomes a PartialDate. Used by the readers for
// declared dates and by extraction for bylines, captions of comments and the like.
//
// Never a guess: "03/04/2024" may be March or April, so it is no date; "20/03/2024" is one.

#ifndef POSTIL_INDEXER_MODEL_DATE_TEXT_H_
#define POSTIL_INDEXER_MODEL_DATE_TEXT_H_

#include <optional>
#include <string_view>

#include "core/base/date.h"

namespace postil::index {

// The whole of `text` is a date, with a time and a zone behind it if need be: "20 March 2024",
// "Wed, 20 Mar 2024 10:00:00 +0200", "2024-03-20T10:00:00Z", "20. März 2024", "Mar 2024", "2024",
// "1710928800" (seconds or milliseconds since 1970, in UTC). A date keeps the day that its source
// writes: it is not moved to another zone. Years from 1000 to 2999; anything else is not a date.
std::optional<PartialDate> read_date(std::string_view text);

// The first date that stands in a short line between other words: "Posted by Ann on 20 March 2024
// at 10:15". A year alone is too weak, and so are seconds since 1970; a month and a year are enough
// only with the month as a word. Only the first 1000 bytes are looked at.
std::optional<PartialDate> find_date(std::string_view text);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_MODEL_DATE_TEXT_H_
