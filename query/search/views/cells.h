// Puts values into the cells of a view's table, and says what a table leaves out.

#ifndef POSTIL_QUERY_SEARCH_VIEWS_CELLS_H_
#define POSTIL_QUERY_SEARCH_VIEWS_CELLS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/search/table.h"

namespace postil::query {

// Empty text is unknown.
Cell text_cell(std::string_view text);

// Null is unknown.
Cell number_cell(std::optional<double> number);
Cell count_cell(std::optional<std::uint64_t> count);

// `count` for each million of `words`; null without words.
std::optional<double> per_million(std::uint64_t count, std::uint64_t words);

// Told where Prepared::has_rate is false though there are occurrences.
inline constexpr std::string_view kNoRate =
    "the words of author notes are not counted, so that there is no rate for each million of them";

// "A; B; C".
std::string join_names(const std::vector<std::string_view>& names);

// Says that only the first `shown` of `all` rows were given out, if so; `what` is in the plural.
void note_cut(std::uint64_t shown, std::uint64_t all, std::string_view what, RowSink& rows);

// How many rows of `all` a `limit` lets through, where 0 is no limit.
std::uint64_t rows_within(std::uint64_t limit, std::uint64_t all);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_VIEWS_CELLS_H_
