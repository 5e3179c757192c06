#include "query/search/views/compare.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "core/text/fold.h"
#include "query/search/keyness.h"
#include "tests/support/random.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;
using query::Compare;
using schema::FieldId;

namespace {

struct Counts {
  std::uint64_t articles = 0;
  std::uint64_t comments = 0;
  std::uint64_t occurrences = 0;
  std::uint64_t words = 0;
  std::uint64_t records = 0;
};

// The folded values of a record, none if unknown.
std::set<std::string> values_of(const FlatRecord& record, FieldId field) {
  const index::Metadata& meta = record.article->meta;
  std::set<std::string> values;
  if (field == FieldId::kAuthor) {
    for (const std::string& author : meta.authors) values.insert(text::fold_value(author));
  } else if (field == FieldId::kTag) {
    for (const std::string& tag : meta.tags) values.insert(text::fold_value(tag));
  } else if (field == FieldId::kOutlet && !meta.outlet.empty()) {
    values.insert(text::fold_value(meta.outlet));
  } else if (field == FieldId::kLang && !meta.language.empty()) {
    values.insert(meta.language);
  } else if (field == FieldId::kYear && meta.published) {
    values.insert(std::to_string(meta.published->date.year));
  } else if (field == FieldId::kKind) {
    values.insert(record.comment == nullptr ? "article" : "comment");
  }
  return values;
}

void add(const FlatRecord& record, std::uint64_t found, Counts& counts) {
  (record.comment == nullptr ? counts.articles : counts.comments) += found > 0;
  counts.occurrences += found;
  counts.words += record.words();
  ++counts.records;
}

void check_against_force(ViewCollection& collection, const std::string& question,
                         const Words& phrase, FieldId field, bool english_only) {
  std::map<std::string, Counts> expected;  // "": unknown
  Counts all;
  for (const FlatRecord& record : collection.records()) {
    if (english_only && record.article->meta.language != "en") continue;
    const std::uint64_t found = count_words(record, phrase);
    add(record, found, all);
    const auto values = values_of(record, field);
    if (values.empty()) add(record, found, expected[""]);
    for (const std::string& value : values) add(record, found, expected[value]);
  }
  const Table table = collection.view(question, Compare(field));
  CHECK(table.rows.size() == expected.size());
  double last = 1e300;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string value = text::fold_value(table.text(row, "value"));
    CAPTURE(value);
    REQUIRE(expected.count(value) == 1);
    const Counts& counts = expected[value];
    CHECK(table.count(row, "articles") == counts.articles);
    CHECK(table.count(row, "comments") == counts.comments);
    CHECK(table.count(row, "occurrences") == counts.occurrences);
    CHECK(table.count(row, "words") == counts.words);
    CHECK(table.count(row, "records") == counts.records);
    const double keyness = table.number(row, "keyness");
    CHECK(keyness == query::signed_log_likelihood(
                         {counts.occurrences, counts.words, all.occurrences, all.words}));
    const double elsewhere = static_cast<double>(all.words - counts.words);
    if (counts.words > 0 && all.occurrences > counts.occurrences) {
      CHECK(table.number(row, "ratio") ==
            doctest::Approx(
                static_cast<double>(counts.occurrences) / static_cast<double>(counts.words) /
                (static_cast<double>(all.occurrences - counts.occurrences) / elsewhere)));
    } else {
      CHECK(table.is_null(row, "ratio"));
    }
    if (value.empty()) {
      CHECK(row + 1 == table.rows.size());
    } else {
      CHECK(keyness <= last);
      last = keyness;
    }
  }
}

}  // namespace

TEST_CASE("every figure of every facet is the one counted by force") {
  Random random(31);
  ViewCollection collection(dated_articles(random, 80));
  for (const FieldId field : {FieldId::kAuthor, FieldId::kTag, FieldId::kOutlet, FieldId::kLang,
                              FieldId::kYear, FieldId::kKind}) {
    check_against_force(collection, "\"peace\"", {"peace"}, field, false);
    check_against_force(collection, "\"peace talks\"", {"peace", "talks"}, field, false);
    check_against_force(collection, "\"peace\" lang:en", {"peace"}, field, true);
  }
}

TEST_CASE("without occurrences to count, matching records are compared") {
  Random random(32);
  ViewCollection collection(dated_articles(random, 60));
  std::uint64_t comments = 0;
  std::uint64_t matching_comments = 0;
  std::uint64_t matching = 0;
  for (const FlatRecord& record : collection.records()) {
    const bool matches = count_words(record, {"peace"}) > 0 && count_words(record, {"the"}) > 0;
    matching += matches;
    comments += record.comment != nullptr;
    matching_comments += matches && record.comment != nullptr;
  }
  const Table table = collection.view("\"peace\" \"the\"", Compare(FieldId::kKind));
  const auto row = table.find("value", "comment");
  REQUIRE(row.has_value());
  CHECK(table.count(*row, "comments") == matching_comments);
  CHECK(table.is_null(*row, "occurrences"));
  CHECK(table.is_null(*row, "per_million"));
  CHECK(table.number(*row, "keyness") ==
        query::signed_log_likelihood(
            {matching_comments, comments, matching, collection.records().size()}));
  CHECK(table.notes.size() == 1);
}

TEST_CASE("spellings that fold to one value are one, shown as the commonest") {
  std::vector<index::Article> articles(3);
  for (index::Article& article : articles) {
    article.meta.outlet = "The Courier";
    article.paragraphs.push_back({schema::Zone::kBody, "peace"});
  }
  articles[1].meta.outlet = "THE COURIER";
  ViewCollection collection(articles);
  const Table table = collection.view("peace", Compare(FieldId::kOutlet));
  REQUIRE(table.rows.size() == 1);
  CHECK(table.text(0, "value") == "The Courier");
  CHECK(table.count(0, "records") == 3);
  CHECK(table.number(0, "keyness") == 0.0);
  CHECK(table.is_null(0, "ratio"));
}

TEST_CASE("what stands in author notes is compared by records: their words are not counted") {
  std::vector<index::Article> articles(4);
  for (index::Article& article : articles) {
    article.meta.outlet = "Courier";
    article.meta.author_note = "A professor, once more a professor.";
    article.paragraphs.push_back({schema::Zone::kBody, "peace"});
  }
  articles[2].meta.outlet = articles[3].meta.outlet = "Herald";
  articles[3].meta.author_note = "A poet.";
  ViewCollection collection(articles);
  const Table table = collection.view("note:\"professor\"", Compare(FieldId::kOutlet));
  REQUIRE(table.rows.size() == 2);
  CHECK(table.text(0, "value") == "Courier");
  CHECK(table.count(0, "occurrences") == 4);
  CHECK(table.is_null(0, "per_million"));
  CHECK(table.number(0, "ratio") == 2);
  CHECK(table.number(0, "keyness") == query::signed_log_likelihood({2, 2, 3, 4}));
  CHECK(table.notes.size() == 1);
}
