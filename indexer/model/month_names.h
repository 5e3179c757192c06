// The names that months and weekdays have in the dates that people write. Used by date_text.cc
// only.

#ifndef POSTIL_INDEXER_MODEL_MONTH_NAMES_H_
#define POSTIL_INDEXER_MODEL_MONTH_NAMES_H_

#include <string_view>

namespace postil::index {

// 1 to 12 for the name or the usual abbreviation of a month, in any case form that stands in a date
// ("März", "марта", "Kasım", "sept"); 0 for other words. The word is folded (core/text/fold.h).
int month_named(std::string_view folded);

// True for the name or abbreviation of a weekday; folded likewise.
bool is_weekday(std::string_view folded);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_MODEL_MONTH_NAMES_H_
