#include "query/output/totals.h"

#include <fmt/format.h>

namespace postil::query {

std::string counted(std::uint64_t number, std::string_view singular) {
  return fmt::format("{} {}{}", number, singular, number == 1 ? "" : "s");
}

std::string totals_text(const Totals& total) {
  std::string text = counted(total.articles, "article") + ", " + counted(total.comments, "comment");
  if (total.occurrences) text += ", " + counted(*total.occurrences, "occurrence");
  return text;
}

}  // namespace postil::query
