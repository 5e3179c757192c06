#include "query/search/filter_options.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace postil;
using namespace postil::query;

TEST_CASE("A value is quoted where a shell would not read it as itself") {
  CHECK(option_text("--tag", "Ukraine") == "--tag Ukraine");
  CHECK(option_text("--tag", "Київ") == "--tag Київ");
  CHECK(option_text("--tag", "Foreign Policy") == "--tag 'Foreign Policy'");
  CHECK(option_text("--author", "A \"B\" C") == "--author 'A \"B\" C'");
  CHECK(option_text("--author", "O'Cee") == "--author 'O'\\''Cee'");
  CHECK(option_text("--tag", "") == "--tag ''");
}

TEST_CASE("Every filter is told as the option that makes it") {
  Filters filters;
  filters.facets.push_back({schema::FieldId::kTag, {"x", "y"}, {"z"}});
  filters.date = DateNode{PartialDate{2022, 3, 0}, PartialDate{2024, 0, 0}};
  filters.not_dates.push_back({PartialDate{2023, 0, 0}, {}});
  CHECK(filter_options(filters) == std::vector<std::string>{"--tag x", "--tag y", "--not-tag z",
                                                            "--since 2022-03", "--until 2024",
                                                            "--not-since 2023"});
}
