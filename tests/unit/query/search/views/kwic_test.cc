#include "query/search/views/kwic.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

#include "core/text/utf8.h"
#include "tests/support/random.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::test;
using query::Kwic;
using query::KwicOptions;
using query::KwicSort;

namespace {

// One occurrence, by force.
struct Found {
  const FlatRecord* record = nullptr;
  const FlatText* text = nullptr;
  std::size_t at = 0;
};

std::vector<Found> find_all(const ViewCollection& collection, const Words& phrase) {
  std::vector<Found> all;
  for (const FlatRecord& record : collection.records()) {
    for (const FlatText& text : record.texts) {
      for (const std::size_t at : find_words(text.words, phrase)) {
        all.push_back({&record, &text, at});
      }
    }
  }
  return all;
}

std::string line(const Table& table, std::size_t row) {
  return table.text(row, "id") + "|" + table.text(row, "zone") + "|" + table.text(row, "left") +
         "|" + table.text(row, "match") + "|" + table.text(row, "right");
}

std::vector<std::string> lines(const Table& table) {
  std::vector<std::string> all;
  for (std::size_t row = 0; row < table.rows.size(); ++row) all.push_back(line(table, row));
  return all;
}

Words tail(const Words& words, std::size_t count) {
  const std::size_t from = words.size() - std::min(words.size(), count);
  return Words(words.begin() + static_cast<std::ptrdiff_t>(from), words.end());
}

// The words outward from each side, by force.
Words outward(const Found& found, std::size_t length, KwicSort sort) {
  const Words& words = found.text->words;
  const auto at = words.begin() + static_cast<std::ptrdiff_t>(found.at);
  Words key;
  if (sort == KwicSort::kLeft) {
    key.assign(words.begin(), at);
    std::reverse(key.begin(), key.end());
  } else {
    key.assign(sort == KwicSort::kRight ? at + static_cast<std::ptrdiff_t>(length) : at,
               words.end());
  }
  key.resize(std::min<std::size_t>(key.size(), query::kKwicSortWords));
  return key;
}

index::Article article_with(std::string title, std::vector<std::string> paragraphs) {
  index::Article article;
  article.meta.language = "en";
  article.meta.title = std::move(title);
  for (std::string& text : paragraphs) {
    article.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
  }
  return article;
}

void check_against_force(ViewCollection& collection, const Words& phrase) {
  std::string question = "\"";
  for (const std::string& word : phrase) question += word + " ";
  question += "\"";
  CAPTURE(question);
  const Table table = collection.view(question, Kwic({}));
  const std::vector<Found> expected = find_all(collection, phrase);
  REQUIRE(table.rows.size() == expected.size());
  for (std::size_t row = 0; row < expected.size(); ++row) {
    const Found& found = expected[row];
    CHECK(table.text(row, "id") == found.record->id);
    CHECK(table.text(row, "zone") == schema::name(found.text->zone));
    CHECK(table.is_null(row, "paragraph") == (found.text->paragraph == 0));
    if (found.text->paragraph > 0) CHECK(table.count(row, "paragraph") == found.text->paragraph);
    const std::string left = table.text(row, "left");
    const std::string right = table.text(row, "right");
    const std::string shown = left + table.text(row, "match") + right;
    CHECK(found.text->text.find(shown) != std::string::npos);
    CHECK(text::count_code_points(left) <= 40);
    CHECK(text::count_code_points(right) <= 40);
    CHECK(words_of(table.text(row, "match")) == phrase);
  }
}

}  // namespace

TEST_CASE("every occurrence has its row, in order, with the text around it letter for letter") {
  Random random(1);
  ViewCollection collection(dated_articles(random, 60));
  Oracle oracle;
  for (const FlatRecord& record : collection.records()) {
    if (record.comment == nullptr) oracle.add(*record.article);
  }
  for (int round = 0; round < 150; ++round) {
    check_against_force(collection, oracle.random_phrase(random, 1 + random.below(3)));
  }
}

TEST_CASE("the same holds of real essays") {
  ViewCollection collection(sample_essays());
  REQUIRE(collection.records().size() > 3);
  for (const Words& phrase : std::vector<Words>{
           {"the"}, {"of", "the"}, {"peace"}, {"a"}, {"the", "war"}, {"it", "was"}, {"nowhere"}}) {
    check_against_force(collection, phrase);
  }
}

TEST_CASE("context is cut between words, at most so many characters on a side") {
  ViewCollection collection(
      {article_with("", {"One should not, however, expect peace talks (in İstanbul, of all "
                         "places) to end quickly."})});
  const std::string question = "\"peace talks\"";
  const auto shown = [&](KwicOptions options) {
    const Table table = collection.view(question, Kwic(options));
    return table.text(0, "left") + "[" + table.text(0, "match") + "]" + table.text(0, "right");
  };
  CHECK(shown({}) ==
        "One should not, however, expect [peace talks] (in İstanbul, of all places) to end");
  CHECK(shown({.characters = 16}) == "however, expect [peace talks] (in İstanbul,");
  CHECK(shown({.characters = 15}) == "expect [peace talks] (in İstanbul,");
  CHECK(shown({.characters = 4}) == "ect [peace talks] (in");
  CHECK(shown({.characters = 0}) == "[peace talks]");
  CHECK(shown({.words = 2}) == "however, expect [peace talks] (in İstanbul");
  CHECK(shown({.words = 50}) ==
        "One should not, however, expect [peace talks] (in İstanbul, of all places) to end "
        "quickly.");
}

TEST_CASE("rows say where they stand, and a comment's rows name its article") {
  index::Article article = article_with("On peace", {"War.", "Then peace came."});
  article.meta.authors = {"Ana Prager", "Bo Lindqvist"};
  article.meta.outlet = "The Courier";
  article.meta.url = "https://courier.example/peace";
  article.meta.published = index::Published{{2022, 3, 0}, schema::DateSource::kByline};
  article.comments.push_back({1, "reader7", PartialDate{2022, 4, 1}, 0, {"What peace?"}});
  ViewCollection collection({article});
  const Table table = collection.view("peace", Kwic({}));
  REQUIRE(table.rows.size() == 3);
  CHECK(table.text(0, "zone") == "title");
  CHECK(table.is_null(0, "paragraph"));
  CHECK(table.text(0, "author") == "Ana Prager; Bo Lindqvist");
  CHECK(table.text(0, "published") == "2022-03");
  CHECK(table.count(1, "paragraph") == 2);
  CHECK(table.text(1, "left") == "Then ");
  CHECK(table.text(1, "right") == " came.");
  CHECK(table.text(2, "kind") == "comment");
  CHECK(table.text(2, "author") == "reader7");
  CHECK(table.text(2, "published") == "2022-04-01");
  CHECK(table.text(2, "title") == "On peace");
  CHECK(table.text(2, "outlet") == "The Courier");
  CHECK(table.text(2, "url") == "https://courier.example/peace");
  CHECK(table.text(2, "id") == "test/0#c1");
  CHECK(table.text(2, "path") == "test/0");
}

TEST_CASE("several words each have their rows, words near each other one for their stretch") {
  ViewCollection collection(
      {article_with("", {"peace talks in Istanbul, no peace"}), article_with("", {"peace"})});
  CHECK(collection.view("peace talks", Kwic({})).rows.size() == 3);
  CHECK(collection.view("peace OR talks", Kwic({})).rows.size() == 4);
  CHECK(collection.view("peace OR \"peace\"", Kwic({})).rows.size() == 3);
  const Table near = collection.view("Istanbul NEAR/3 peace", Kwic({}));
  REQUIRE(near.rows.size() == 2);
  CHECK(near.text(0, "match") == "peace talks in Istanbul");
  CHECK(near.text(1, "match") == "Istanbul, no peace");
  CHECK(collection.view("peace -talks", Kwic({})).rows.size() == 1);
  CHECK(collection.view("\"talks Istanbul\"~1", Kwic({})).text(0, "match") == "talks in Istanbul");
}

TEST_CASE("rows are sorted by the words to the left, to the right, or of the match") {
  Random random(2);
  ViewCollection collection(dated_articles(random, 60));
  for (const KwicSort sort : {KwicSort::kLeft, KwicSort::kRight, KwicSort::kMatch}) {
    const Words phrase = {"peace"};
    std::vector<Found> expected = find_all(collection, phrase);
    std::stable_sort(expected.begin(), expected.end(), [&](const Found& a, const Found& b) {
      return outward(a, 1, sort) < outward(b, 1, sort);
    });
    const Table table = collection.view("\"peace\"", Kwic({.sort = sort}));
    REQUIRE(table.rows.size() == expected.size());
    for (std::size_t row = 0; row < expected.size(); ++row) {
      CHECK(table.text(row, "id") == expected[row].record->id);
      const Words left = words_of(table.text(row, "left"));
      const Words all(
          expected[row].text->words.begin(),
          expected[row].text->words.begin() + static_cast<std::ptrdiff_t>(expected[row].at));
      if (left.size() > 1) CHECK(tail(left, left.size() - 1) == tail(all, left.size() - 1));
    }
  }
}

TEST_CASE("a limit says that it cuts") {
  ViewCollection collection({article_with("", {"a a a a a", "a a"})});
  const Table cut = collection.view("\"a\"", Kwic({.limit = 3}));
  CHECK(cut.rows.size() == 3);
  REQUIRE(cut.notes.size() == 1);
  CHECK(cut.notes[0] == "only the first 3 occurrences are shown; there are more");
  CHECK(collection.view("\"a\"", Kwic({.limit = 7})).notes.empty());
  const Table sorted = collection.view("\"a\"", Kwic({.sort = KwicSort::kLeft, .limit = 3}));
  REQUIRE(sorted.notes.size() == 1);
  CHECK(sorted.notes[0] == "only the first 3 of 7 occurrences are shown");
}

TEST_CASE("a sample is a part of all, the same for the same seed, and complete if it is large") {
  Random random(3);
  ViewCollection collection(dated_articles(random, 60));
  const auto all = lines(collection.view("\"peace\"", Kwic({})));
  REQUIRE(all.size() > 100);
  const auto sample = [&](std::uint64_t size, std::uint64_t seed) {
    return lines(collection.view("\"peace\"", Kwic({.sample = size, .seed = seed})));
  };
  CHECK(sample(all.size(), 1) == all);
  CHECK(sample(100'000, 1) == all);
  const auto ten = sample(10, 1);
  CHECK(ten.size() == 10);
  CHECK(ten == sample(10, 1));
  CHECK(ten != sample(10, 2));
  for (const std::string& each : ten) CHECK(std::count(all.begin(), all.end(), each) > 0);
  CHECK_FALSE(collection.view("\"peace\"", Kwic({.sample = 10})).notes.empty());
}

TEST_CASE("every occurrence is as likely as any other to be in a sample") {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 10; ++i) paragraphs.push_back("peace number" + std::to_string(i));
  ViewCollection collection({article_with("", std::move(paragraphs))});
  std::map<std::string, int> drawn;
  constexpr int kRounds = 2000;
  for (int seed = 0; seed < kRounds; ++seed) {
    const Table table =
        collection.view("peace", Kwic({.sample = 3, .seed = static_cast<std::uint64_t>(seed)}));
    for (std::size_t row = 0; row < 3; ++row) ++drawn[table.text(row, "right")];
  }
  REQUIRE(drawn.size() == 10);
  // Binomial with p = 0.3: standard deviation 20.5; four of them either way.
  for (const auto& [right, times] : drawn) CHECK(std::abs(times - kRounds * 3 / 10) < 82);
}

TEST_CASE("a question without a word or phrase is refused, one without a match has no rows") {
  ViewCollection collection({article_with("", {"peace"})});
  CHECK_THROWS_AS(collection.view("lang:en", Kwic({})), std::runtime_error);
  CHECK_THROWS_AS(collection.view("", Kwic({})), std::runtime_error);
  CHECK(collection.view("war", Kwic({})).rows.empty());
  CHECK(collection.view("war", Kwic({.sort = KwicSort::kLeft, .sample = 3})).rows.empty());
}
