#include "query/output/totals.h"

#include <fmt/format.h>

namespace postil::query {

std::string counted(std::uint64_t number, std::string_view singular) {
  return fmt::format("{} {}{}", number, singular, number == 1 ? "" : "s");
}

std::string totals_text(const Totals& total) {
  const auto in_versions = [](std::uint64_t versions, std::uint64_t of) {
    return versions < of ? " in " + counted(versions, "version") : std::string();
  };
  std::string text =
      counted(total.articles, "article") + in_versions(total.versions, total.articles) + ", " +
      counted(total.comments, "comment") + in_versions(total.comment_versions, total.comments);
  if (total.occurrences) text += ", " + counted(*total.occurrences, "occurrence");
  return text;
}

}  // namespace postil::query
