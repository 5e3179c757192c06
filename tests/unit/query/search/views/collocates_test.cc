#include "query/search/views/collocates.h"

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>
#include <stdexcept>

#include "tests/support/random.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;
using query::Collocates;
using query::CollocateSort;

namespace {

struct Expected {
  std::uint64_t near = 0;
  std::uint64_t in_all = 0;
  double expected = 0;
  double log_likelihood = 0;
  double log_dice = 0;
};

double cell(double observed, double expected) {
  return observed == 0 ? 0.0 : observed * std::log(observed / expected);
}

// The definition in collocates.h, word by word.
template <class Includes>
std::map<std::string, Expected> by_force(const ViewCollection& collection, const Words& phrase,
                                         std::size_t window, std::uint64_t floor,
                                         Includes&& includes) {
  std::map<std::string, std::uint64_t> near;
  std::map<std::string, std::uint64_t> in_all;
  double n = 0;
  double w = 0;
  double matches = 0;
  for (const FlatRecord& record : collection.records()) {
    if (!includes(record)) continue;
    for (const FlatText& text : record.texts) {
      std::set<std::size_t> in_match;
      for (const std::size_t at : find_words(text.words, phrase)) {
        for (std::size_t i = 0; i < phrase.size(); ++i) in_match.insert(at + i);
        ++matches;
      }
      for (std::size_t at = 0; at < text.words.size(); ++at) {
        if (in_match.count(at) > 0) continue;
        ++in_all[text.words[at]];
        ++n;
        bool is_near = false;
        for (const std::size_t word : in_match) {
          is_near = is_near || (word > at ? word - at : at - word) <= window;
        }
        if (!is_near) continue;
        ++near[text.words[at]];
        ++w;
      }
    }
  }
  std::map<std::string, Expected> rows;
  for (const auto& [word, count] : near) {
    const auto o11 = static_cast<double>(count);
    const auto c1 = static_cast<double>(in_all[word]);
    const double e11 = w * c1 / n;
    if (count < floor || o11 <= e11) continue;
    const double g2 =
        2 * (cell(o11, e11) + cell(w - o11, w * (n - c1) / n) + cell(c1 - o11, (n - w) * c1 / n) +
             cell(n - w - c1 + o11, (n - w) * (n - c1) / n));
    rows[word] = {count, in_all[word], e11, g2, 14 + std::log2(2 * o11 / (matches + c1))};
  }
  return rows;
}

void check_table(const Table& table, const std::map<std::string, Expected>& expected) {
  CHECK(table.rows.size() == expected.size());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const std::string word = table.text(row, "word");
    CAPTURE(word);
    const auto found = expected.find(word);
    REQUIRE(found != expected.end());
    CHECK(table.count(row, "near") == found->second.near);
    CHECK(table.count(row, "in_all") == found->second.in_all);
    CHECK(table.number(row, "expected") == doctest::Approx(found->second.expected));
    CHECK(table.number(row, "log_likelihood") ==
          doctest::Approx(found->second.log_likelihood).epsilon(1e-6));
    CHECK(table.number(row, "log_dice") == doctest::Approx(found->second.log_dice));
  }
}

bool everything(const FlatRecord&) { return true; }

index::Article article_with(std::vector<std::string> paragraphs) {
  index::Article article;
  article.meta.language = "en";
  for (std::string& text : paragraphs) {
    article.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
  }
  return article;
}

}  // namespace

TEST_CASE("every figure equals the one computed by force over generated articles") {
  Random random(21);
  ViewCollection collection(dated_articles(random, 60));
  for (const Words& phrase : std::vector<Words>{{"peace"}, {"talks"}, {"the", "of"}, {"plan"}}) {
    std::string question = "\"";
    for (const std::string& word : phrase) question += word + " ";
    for (const std::uint32_t window : {1U, 3U, 5U, 100U}) {
      for (const std::uint64_t floor : {1U, 4U}) {
        check_table(collection.view(question + "\"",
                                    Collocates({.window = window, .floor = floor, .limit = 0})),
                    by_force(collection, phrase, window, floor, everything));
      }
    }
  }
}

TEST_CASE("every figure equals the one computed by force over real essays") {
  ViewCollection collection(sample_essays());
  for (const Words& phrase :
       std::vector<Words>{{"the"}, {"peace"}, {"of", "the"}, {"war"}, {"in"}}) {
    std::string question = "\"";
    for (const std::string& word : phrase) question += word + " ";
    check_table(collection.view(question + "\"", Collocates({.window = 5, .floor = 1, .limit = 0})),
                by_force(collection, phrase, 5, 1, everything));
  }
}

TEST_CASE("under filters the figures are those of the filtered records") {
  Random random(22);
  ViewCollection collection(dated_articles(random, 80));
  const Collocates view({.window = 4, .floor = 1, .limit = 0});
  check_table(collection.view("lang:ru \"peace\"", view),
              by_force(collection, {"peace"}, 4, 1, [](const FlatRecord& record) {
                return record.article->meta.language == "ru";
              }));
  check_table(collection.view("kind:comment \"peace\"", view),
              by_force(collection, {"peace"}, 4, 1,
                       [](const FlatRecord& record) { return record.comment != nullptr; }));
}

TEST_CASE("under a filter that leaves few of many records the figures are theirs alone") {
  Random random(23);
  std::vector<index::Article> articles = dated_articles(random, 120);
  for (index::Article& article : articles) {
    article.paragraphs.push_back({schema::Zone::kBody, "peace of the talks"});
    article.meta.outlet.clear();
  }
  articles[7].meta.outlet = articles[90].meta.outlet = "Rare Review";
  ViewCollection collection(articles);
  check_table(collection.view("outlet:rare \"peace\"", Collocates({.floor = 1, .limit = 0})),
              by_force(collection, {"peace"}, 5, 1, [](const FlatRecord& record) {
                return record.article->meta.outlet == "Rare Review";
              }));
}

TEST_CASE("the window ends with the paragraph and leaves out the match itself") {
  ViewCollection collection({article_with({"x a peace talks b c", "peace", "y z", "peace talks"})});
  const Table table =
      collection.view("\"peace talks\"", Collocates({.window = 1, .floor = 1, .limit = 0}));
  CHECK(table.find("word", "a").has_value());
  CHECK(table.find("word", "b").has_value());
  CHECK_FALSE(table.find("word", "c").has_value());
  CHECK_FALSE(table.find("word", "x").has_value());
  CHECK_FALSE(table.find("word", "y").has_value());
  CHECK_FALSE(table.find("word", "peace").has_value());
}

TEST_CASE("rows come by the measure asked for, cut at the limit with a note") {
  ViewCollection collection(sample_essays());
  const auto sorted_by = [&](CollocateSort sort, std::string_view column) {
    const Table table =
        collection.view("\"the\"", Collocates({.floor = 2, .sort = sort, .limit = 20}));
    REQUIRE(table.rows.size() == 20);
    for (std::size_t row = 1; row < table.rows.size(); ++row) {
      CHECK(table.number(row - 1, column) >= table.number(row, column));
    }
    CHECK(table.notes.back().starts_with("only the first 20 of "));
  };
  sorted_by(CollocateSort::kLogLikelihood, "log_likelihood");
  sorted_by(CollocateSort::kLogDice, "log_dice");
}

TEST_CASE("matches in author notes, which are no searched text, are told and not counted") {
  index::Article article = article_with({"peace is near"});
  article.meta.author_note = "professor of peace studies";
  ViewCollection collection({article});
  const Table table = collection.view("note:professor", Collocates({.floor = 1}));
  CHECK(table.rows.empty());
  REQUIRE(table.notes.size() == 2);
  CHECK(table.notes[1] == "1 matches in author notes are not looked at");
}

TEST_CASE("a question without a word or phrase has no collocates") {
  ViewCollection collection({article_with({"peace"})});
  CHECK_THROWS_AS(collection.view("lang:en", Collocates({})), std::runtime_error);
  CHECK(collection.view("war", Collocates({})).rows.empty());
}
