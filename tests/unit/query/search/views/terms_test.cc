#include "query/search/views/terms.h"

#include <doctest/doctest.h>

#include <map>

#include "query/search/keyness.h"
#include "tests/support/random.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;
using query::Terms;

namespace {

struct Counts {
  std::uint64_t in_matches = 0;
  std::uint64_t records = 0;
  std::uint64_t in_all = 0;
};

struct Expected {
  std::map<std::string, Counts> words;
  std::uint64_t matching_words = 0;
  std::uint64_t all_words = 0;

  query::Contingency table(const Counts& counts) const {
    return {counts.in_matches, matching_words, counts.in_all, all_words};
  }
};

template <class Includes>
Expected by_force(const ViewCollection& collection, const Words& phrase, Includes&& includes) {
  Expected expected;
  for (const FlatRecord& record : collection.records()) {
    if (!includes(record)) continue;
    const bool matches = count_words(record, phrase) > 0;
    expected.all_words += record.words();
    if (matches) expected.matching_words += record.words();
    std::map<std::string, std::uint64_t> here;
    for (const FlatText& text : record.texts) {
      for (const std::string& word : text.words) ++here[word];
    }
    for (const auto& [word, count] : here) {
      Counts& counts = expected.words[word];
      counts.in_all += count;
      if (!matches) continue;
      counts.in_matches += count;
      ++counts.records;
    }
  }
  return expected;
}

void check(const Table& table, const Expected& expected, std::uint64_t floor, std::size_t limit) {
  std::vector<std::pair<double, std::string>> order;  // by force: -keyness, word
  for (const auto& [word, counts] : expected.words) {
    const auto by_chance = query::expected(expected.table(counts));
    if (counts.in_matches == 0 || counts.in_matches < floor) continue;
    if (static_cast<double>(counts.in_matches) <= by_chance) continue;
    order.emplace_back(-query::log_likelihood(expected.table(counts)), word);
  }
  std::sort(order.begin(), order.end());
  if (limit > 0 && order.size() > limit) order.resize(limit);
  REQUIRE(table.rows.size() == order.size());
  for (std::size_t row = 0; row < order.size(); ++row) {
    const Counts& counts = expected.words.at(order[row].second);
    CHECK(table.text(row, "word") == order[row].second);
    CHECK(table.count(row, "in_matches") == counts.in_matches);
    CHECK(table.count(row, "records") == counts.records);
    CHECK(table.count(row, "in_all") == counts.in_all);
    CHECK(table.number(row, "keyness") == -order[row].first);
  }
}

bool everything(const FlatRecord&) { return true; }

}  // namespace

TEST_CASE("the words and their figures are those found by force, with and without a limit") {
  Random random(41);
  ViewCollection generated(dated_articles(random, 80));
  ViewCollection real(sample_essays());
  for (ViewCollection* collection : {&generated, &real}) {
    for (const char* word : {"peace", "talks", "treaty", "nowhere"}) {
      const Expected expected = by_force(*collection, {word}, everything);
      for (const std::uint64_t limit : {0U, 1U, 7U, 50U}) {
        for (const std::uint64_t floor : {1U, 3U}) {
          check(collection->view("\"" + std::string(word) + "\"",
                                 Terms({.floor = floor, .limit = limit})),
                expected, floor, limit);
        }
      }
    }
  }
}

TEST_CASE("under filters the collection is what passes them") {
  Random random(42);
  ViewCollection collection(dated_articles(random, 80));
  check(collection.view("lang:uk \"peace\"", Terms({.floor = 1, .limit = 10})),
        by_force(collection, {"peace"},
                 [](const FlatRecord& record) { return record.article->meta.language == "uk"; }),
        1, 10);
}

TEST_CASE("filters alone have terms too, but nothing tells a collection from itself") {
  Random random(43);
  ViewCollection collection(dated_articles(random, 20));
  const Table table = collection.view("", Terms({}));
  CHECK(table.rows.empty());
  REQUIRE(table.notes.size() == 2);
  CHECK(
      table.notes[1] ==
      "they are all that passes the filters, which leaves no rest to tell them from: add a word or "
      "phrase to the question");
}
