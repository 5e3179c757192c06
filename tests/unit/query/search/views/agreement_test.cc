// The same question under the same filters has the same numbers in every view.
#include <doctest/doctest.h>

#include "query/search/views/compare.h"
#include "query/search/views/kwic.h"
#include "query/search/views/timeline.h"
#include "tests/support/articles.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::query;
using namespace postil::test;

namespace {

std::uint64_t sum(const Table& table, std::string_view key) {
  std::uint64_t total = 0;
  for (std::size_t row = 0; row < table.rows.size(); ++row) total += table.count(row, key);
  return total;
}

void check_all(ViewCollection& collection, Request& request) {
  const auto answer = collection.searcher().answer(request);
  REQUIRE(answer.has_value());
  const Totals& total = answer->total;
  REQUIRE(total.occurrences.has_value());
  const Table kwic = collection.view(request, Kwic({}));
  CHECK(kwic.rows.size() == *total.occurrences);
  CHECK(kwic.found == (total.articles > 0));
  for (const Period period : {Period::kYear, Period::kMonth, Period::kDay}) {
    const Table timeline = collection.view(request, Timeline(period));
    CHECK(sum(timeline, "articles") == total.article_texts);
    CHECK(sum(timeline, "comments") == total.comments);
    CHECK(sum(timeline, "article_occurrences") + sum(timeline, "comment_occurrences") ==
          *total.occurrences);
    CHECK(timeline.found == (total.articles > 0));
  }
  // A record has one kind, one outlet and one year, or none.
  for (const auto field :
       {schema::FieldId::kKind, schema::FieldId::kOutlet, schema::FieldId::kYear}) {
    const Table compare = collection.view(request, Compare(field));
    CHECK(sum(compare, "articles") == total.article_texts);
    CHECK(sum(compare, "comments") == total.comments);
    CHECK(sum(compare, "occurrences") == *total.occurrences);
  }
}

}  // namespace

TEST_CASE("totals, KWIC, timelines and comparisons agree, with filters and without") {
  Random random(11);
  ViewCollection collection(dated_articles(random, 60));
  std::size_t matched = 0;
  for (const FlatRecord& record : collection.records()) {
    if (record.texts.empty() || record.texts[0].words.size() < 2) continue;
    const Words& words = record.texts[0].words;
    for (const std::string& question :
         {words[0], "\"" + words[0] + "\"", "\"" + words[0] + " " + words[1] + "\""}) {
      Request request = collection.request(question);
      request.count_only = true;
      check_all(collection, request);
      request.filters.facets.push_back({schema::FieldId::kKind, {"comment"}, {}});
      check_all(collection, request);
      request.filters.facets = {{schema::FieldId::kYear, {"2021", "2022"}, {}}};
      check_all(collection, request);
    }
    if (++matched == 12) break;
  }
  CHECK(matched == 12);
}
