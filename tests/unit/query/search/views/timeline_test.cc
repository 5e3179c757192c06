#include "query/search/views/timeline.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "core/base/date.h"
#include "tests/support/random.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;
using query::Period;
using query::Timeline;

namespace {

struct Counts {
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
  std::uint64_t in_articles = 0;
  std::uint64_t in_comments = 0;
  std::uint64_t words = 0;
  std::uint64_t of_articles = 0;
};

// What a date's row is called, by force; "" for an unknown one.
std::string row_name(const std::optional<PartialDate>& date, Period period) {
  if (!date) return "";
  const std::string text = to_string(*date);
  const std::size_t wanted = period == Period::kYear ? 4 : period == Period::kMonth ? 7 : 10;
  if (text.size() >= wanted) return text.substr(0, wanted);
  return text + (text.size() == 4 ? ", month unknown" : ", day unknown");
}

template <class Includes>
std::map<std::string, Counts> by_force(const ViewCollection& collection, const Words& phrase,
                                       Period period, Includes&& includes) {
  std::map<std::string, Counts> rows;
  for (const FlatRecord& record : collection.records()) {
    if (!includes(record)) continue;
    Counts& here = rows[row_name(record.date(), period)];
    const std::uint64_t found = count_words(record, phrase);
    here.words += record.words();
    here.of_articles += record.comment == nullptr;
    if (record.comment != nullptr) {
      here.comments += found > 0;
      here.in_comments += found;
    } else {
      here.articles += found > 0;
      here.in_articles += found;
    }
  }
  return rows;
}

void check_row(const Table& table, std::size_t row, const Counts& expected) {
  CHECK(table.count(row, "articles") == expected.articles);
  CHECK(table.count(row, "comments") == expected.comments);
  CHECK(table.count(row, "article_occurrences") == expected.in_articles);
  CHECK(table.count(row, "comment_occurrences") == expected.in_comments);
  CHECK(table.count(row, "words") == expected.words);
  CHECK(table.count(row, "collection_articles") == expected.of_articles);
  CHECK(table.is_null(row, "per_million") == (expected.words == 0));
  if (expected.words > 0) {
    const auto found = static_cast<double>(expected.in_articles + expected.in_comments);
    CHECK(table.number(row, "per_million") ==
          doctest::Approx(found * 1e6 / static_cast<double>(expected.words)));
  }
}

void check_table(const Table& table, std::map<std::string, Counts> expected) {
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string period = table.text(row, "period");
    CAPTURE(period);
    check_row(table, row, expected[period]);  // an empty one if the collection has nothing
    expected.erase(period);
  }
  CHECK(expected.empty());
}

index::Article dated(std::optional<PartialDate> date, std::string text) {
  index::Article article;
  article.meta.language = "en";
  if (date) article.meta.published = index::Published{*date, schema::DateSource::kByline};
  article.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
  return article;
}

std::vector<std::string> periods(const Table& table) {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    all.push_back(table.text(row, "period"));
  }
  return all;
}

}  // namespace

TEST_CASE("every number of a timeline is the one counted by force") {
  Random random(11);
  ViewCollection collection(dated_articles(random, 80));
  for (const Period period : {Period::kYear, Period::kMonth, Period::kDay}) {
    for (const Words& phrase :
         std::vector<Words>{{"peace"}, {"the"}, {"peace", "talks"}, {"nowhere"}}) {
      std::string question = "\"";
      for (const std::string& word : phrase) question += word + " ";
      check_table(collection.view(question + "\"", Timeline(period)),
                  by_force(collection, phrase, period, [](const FlatRecord&) { return true; }));
    }
  }
}

TEST_CASE("filters hold for the words too, given apart or in the question") {
  Random random(12);
  ViewCollection collection(dated_articles(random, 80));
  const auto expected = by_force(collection, {"peace"}, Period::kMonth, [](const FlatRecord& r) {
    return r.article->meta.language == "en";
  });
  query::Request request = collection.request("\"peace\"");
  request.filters.facets.push_back({schema::FieldId::kLang, {"en"}, {}});
  check_table(collection.view(request, Timeline(Period::kMonth)), expected);
  check_table(collection.view("lang:en \"peace\"", Timeline(Period::kMonth)), expected);
  check_table(collection.view("\"peace\" lang:en -kind:comment", Timeline(Period::kMonth)),
              by_force(collection, {"peace"}, Period::kMonth, [](const FlatRecord& r) {
                return r.article->meta.language == "en" && r.comment == nullptr;
              }));
}

TEST_CASE("a commenter beside words of the article chooses a comment, not the collection") {
  index::Article article = dated(PartialDate{2022, 3, 1}, "peace talks");
  for (const char* commenter : {"Ann", "Bob"}) {
    index::Comment comment;
    comment.number = static_cast<int>(article.comments.size()) + 1;
    comment.author = commenter;
    comment.published = PartialDate{2022, 3, 2};
    comment.paragraphs = {"a fantasy"};
    article.comments.push_back(comment);
  }
  ViewCollection collection(
      {dated(PartialDate{2022, 2, 1}, "war"), article, dated(PartialDate{2022, 4, 1}, "peace")});
  for (const char* question :
       {"talks comment:fantasy commenter:ann", "talks comment:fantasy -commenter:ann"}) {
    const Table table = collection.view(question, Timeline(Period::kYear));
    CHECK(table.count(0, "articles") == 1);
    CHECK(table.count(0, "comments") == 1);
    CHECK(table.count(0, "collection_articles") == 3);
  }
}

TEST_CASE("rows run without a gap, and tell nothing collected from nothing found") {
  ViewCollection collection({dated(PartialDate{2021, 11, 3}, "peace"),
                             dated(PartialDate{2022, 2, 0}, "peace talks"),
                             dated(PartialDate{2022, 1, 30}, "war")});
  const Table table = collection.view("peace", Timeline(Period::kMonth));
  CHECK(periods(table) == std::vector<std::string>{"2021-11", "2021-12", "2022-01", "2022-02"});
  CHECK(table.is_null(1, "per_million"));
  CHECK(table.count(1, "collection_articles") == 0);
  CHECK(table.number(2, "per_million") == 0.0);
  CHECK(table.number(3, "per_million") == doctest::Approx(500'000));
  CHECK(periods(collection.view("peace", Timeline(Period::kYear))) ==
        std::vector<std::string>{"2021", "2022"});
}

TEST_CASE("less precise and unknown dates have rows of their own") {
  index::Article article = dated(std::nullopt, "peace");
  article.comments.push_back({1, "", PartialDate{2022, 1, 0}, 0, {"peace"}});
  article.comments.push_back({2, "", PartialDate{2022, 1, 1}, 0, {"peace"}});
  article.comments.push_back({3, "", PartialDate{2022, 0, 0}, 0, {"peace"}});
  article.comments.push_back({4, "", std::nullopt, 0, {"peace"}});
  ViewCollection collection({dated(PartialDate{2022, 0, 0}, "peace"), article});
  const Table months = collection.view("peace", Timeline(Period::kMonth));
  CHECK(periods(months) == std::vector<std::string>{"2022, month unknown", "2022-01", ""});
  CHECK(months.count(0, "articles") == 1);
  CHECK(months.count(0, "comments") == 1);
  CHECK(months.count(1, "comments") == 2);
  CHECK(months.is_null(2, "period"));
  CHECK(months.count(2, "articles") == 1);
  CHECK(months.count(2, "comments") == 1);
  REQUIRE(months.notes.size() == 1);
  CHECK(months.notes[0] ==
        "1 of the matching articles and 1 of the matching comments are undated: last row");
  CHECK(periods(collection.view("peace", Timeline(Period::kDay))) ==
        std::vector<std::string>{"2022, month unknown", "2022-01, day unknown", "2022-01-01", ""});
  CHECK(periods(collection.view("peace", Timeline(Period::kYear))) ==
        std::vector<std::string>{"2022", ""});
}

TEST_CASE("a misdated article does not make a row for every month since") {
  ViewCollection collection(
      {dated(PartialDate{1066, 10, 14}, "peace"), dated(PartialDate{2022, 2, 1}, "peace")});
  CHECK(periods(collection.view("peace", Timeline(Period::kMonth))) ==
        std::vector<std::string>{"1066-10", "1066-11..2022-01", "2022-02"});
  CHECK(periods(collection.view("peace", Timeline(Period::kDay))) ==
        std::vector<std::string>{"1066-10-14", "1066-10-15..2022-01-31", "2022-02-01"});
}

TEST_CASE("a question of several words has articles but no occurrences") {
  ViewCollection collection({dated(PartialDate{2022, 2, 1}, "peace and war")});
  const Table table = collection.view("peace OR war", Timeline(Period::kYear));
  CHECK(table.count(0, "articles") == 1);
  CHECK(table.is_null(0, "article_occurrences"));
  CHECK(table.is_null(0, "per_million"));
  CHECK(table.notes.size() == 1);
}

TEST_CASE("an empty database has an empty timeline") {
  ViewCollection collection({});
  CHECK(collection.view("peace", Timeline(Period::kMonth)).rows.empty());
}

TEST_CASE("what stands in author notes has no rate: their words are not counted") {
  index::Article article = dated(PartialDate{2022, 2, 1}, "peace and war");
  article.meta.author_note = "A professor of war and a professor of peace.";
  ViewCollection collection({article});
  const Table table = collection.view("note:\"professor\"", Timeline(Period::kYear));
  CHECK(table.count(0, "article_occurrences") == 2);
  CHECK(table.count(0, "words") == 3);
  CHECK(table.is_null(0, "per_million"));
  REQUIRE(table.notes.size() == 1);
  CHECK(table.notes[0].starts_with("the words of author notes are not counted"));
}
