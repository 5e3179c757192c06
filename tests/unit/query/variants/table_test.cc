#include "query/variants/table.h"

#include <doctest/doctest.h>

#include <algorithm>

using postil::query::Group;
using postil::query::merge_groups;
using postil::query::read_groups;
using postil::query::VariantTable;

namespace {

bool has(const std::vector<std::string>& all, const char* wanted) {
  return std::find(all.begin(), all.end(), wanted) != all.end();
}

std::vector<Group> read(std::string_view text) {
  postil::text::Analyser analyser;
  auto groups = read_groups(text, "names", analyser);
  REQUIRE(groups);
  return *std::move(groups);
}

}  // namespace

TEST_CASE("the built-in names know each other's spellings, in any script") {
  const VariantTable table;
  const auto kiev = table.others("kiev");
  for (const char* other : {"kyiv", "київ", "киев", "kiew"}) CHECK(has(kiev, other));
  CHECK_FALSE(has(kiev, "kiev"));
  CHECK(has(table.others("київ"), "kiev"));
  CHECK(has(table.others("lugansk"), "luhansk"));
  CHECK(has(table.others("зеленский"), "zelenskyy"));
  CHECK(has(table.others("zelensky"), "зеленский"));
  CHECK(has(table.others("эрдоган"), "erdogan"));
  CHECK(has(table.others("нью йорк"), "new york"));
}

TEST_CASE("ordinary words are no names") {
  const VariantTable table;
  for (const char* word :
       {"nice", "reading", "orange", "mobile", "island", "soul", "center", "oral", "газа", "того",
        "сад", "вена", "male", "man", "easter", "christmas"}) {
    CAPTURE(word);
    CHECK(table.others(word).empty());
  }
}

TEST_CASE("spellings come in the same order each time, each once") {
  const auto all = VariantTable().others("moscow");
  CHECK(std::is_sorted(all.begin(), all.end()));
  CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}

TEST_CASE("names of one's own are added, and extend the built-in ones") {
  const VariantTable table(read("# mine\n\nQuillham = Kvillem = Old Quillham\nKiev = Kyjiw\n"));
  CHECK(table.others("kvillem") == std::vector<std::string>{"old quillham", "quillham"});
  CHECK(has(table.others("kyjiw"), "київ"));
  CHECK(has(table.others("kiev"), "kyjiw"));
}

TEST_CASE("groups that share a spelling become one") {
  const auto groups = merge_groups(read("A1 = B1\nC1 = D1\nB1 = C1\nE1 = F1\n"));
  CHECK(groups == std::vector<Group>{{"a1", "b1", "c1", "d1"}, {"e1", "f1"}});
}

TEST_CASE("a line that is no list of spellings is told with its number") {
  postil::text::Analyser analyser;
  const auto lone = read_groups("Kiev = Kyiv\nMoscow\n", "mine.txt", analyser);
  REQUIRE_FALSE(lone);
  CHECK(lone.error().message == "mine.txt:2: the line has fewer than two spellings");
  CHECK_FALSE(read_groups("Kiev = \xff\n", "mine.txt", analyser));
}
