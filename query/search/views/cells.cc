#include "query/search/views/cells.h"

#include <fmt/format.h>

#include <algorithm>

namespace postil::query {

Cell text_cell(std::string_view text) { return text.empty() ? Cell() : Cell(std::string(text)); }

Cell number_cell(std::optional<double> number) { return number ? Cell(*number) : Cell(); }

Cell count_cell(std::optional<std::uint64_t> count) { return count ? Cell(*count) : Cell(); }

std::optional<double> per_million(std::uint64_t count, std::uint64_t words) {
  if (words == 0) return std::nullopt;
  return static_cast<double>(count) / static_cast<double>(words) * 1e6;
}

std::string join_names(const std::vector<std::string_view>& names) {
  return fmt::format("{}", fmt::join(names, "; "));
}

void note_cut(std::uint64_t shown, std::uint64_t all, std::string_view what, RowSink& rows) {
  if (shown < all) rows.note(fmt::format("only the first {} of {} {} are shown", shown, all, what));
}

std::uint64_t rows_within(std::uint64_t limit, std::uint64_t all) {
  return limit == 0 ? all : std::min(limit, all);
}

}  // namespace postil::query
