#include "query/search/nearness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "query/parse/parser.h"
#include "query/search/database.h"
#include "query/search/spotter.h"
#include "query/search/stored.h"
#include "tests/support/articles.h"
#include "tests/support/database.h"
#include "tests/support/random.h"

using namespace postil;
using namespace postil::query;
using postil::test::Random;

namespace {

// The same from the record's text, stretch by stretch.
Closeness by_text(const schema::Record& record, Spotter& spotter) {
  Closeness best;
  const auto look = [&](std::string_view text, schema::Zone zone) {
    const Closeness here = closeness(spotter.find(text, zone, record.language).found);
    if (here.score() > best.score()) best = here;
  };
  look(record.title.text, schema::Zone::kTitle);
  look(record.standfirst.text, schema::Zone::kStandfirst);
  for (const schema::StoredParagraph& paragraph : record.paragraphs) {
    look(paragraph.body.text, paragraph.zone);
  }
  return best;
}

Node parsed(const char* question, text::Analyser& analyser) {
  auto tree = parse(question, ParseOptions{}, analyser);
  REQUIRE(std::holds_alternative<Node>(tree));
  return std::get<Node>(std::move(tree));
}

}  // namespace

TEST_CASE("the index tells the same closeness as the text") {
  Random random(20241);
  const test::TemporaryFolder folder;
  test::write_database(folder.path() + "/db", test::random_articles(random, 60));
  auto opened = OpenDatabase::open(folder.path() + "/db");
  REQUIRE(opened);
  const Xapian::Database& database = opened->xapian();
  Vocabulary vocabulary(database);
  text::Analyser analyser;
  const State state{database, opened->columns(), opened->tables(), vocabulary, analyser};
  REQUIRE(state.tables != nullptr);
  std::size_t together = 0;
  for (const char* question :
       {"peace talks", "talks peace", "\"peace talks\" war", "peace OR war OR talks", "pea* talks",
        "peace NEAR/3 talks war", "title:peace talks", "comment:peace talks", "*a* talks -war",
        "мир talks"}) {
    CAPTURE(question);
    const Node tree = parsed(question, analyser);
    auto nearness = Nearness::make(tree, state);
    auto spotter = Spotter::make(tree, vocabulary, analyser);
    REQUIRE(nearness);
    REQUIRE(spotter);
    nearness->expect(RecordIds(database.postlist_begin(""), database.postlist_end("")));
    for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at) {
      const auto record = StoredRecord::fetch(database, *at);
      REQUIRE(record);
      CAPTURE((*record)->id);
      const Closeness expected = by_text(**record, *spotter);
      const Closeness found = nearness->in(*at);
      CHECK(found.targets == expected.targets);
      CHECK(found.score() == doctest::Approx(expected.score()));
      CHECK(found.score() <= nearness->most(*at));
      together += found.targets > 1;
    }
  }
  CHECK(together > 0);
}

TEST_CASE("what stands far apart does not stand together") {
  const auto spots = [](std::uint32_t second) {
    return std::vector<Spot>{{0, {10}, 0}, {1, {second}, 1}};
  };
  CHECK(closeness({}).score() == 0);
  CHECK(closeness(spots(10 + kTogether)).targets == 2);
  CHECK(closeness(spots(11 + kTogether)).targets == 1);
  CHECK(closeness(spots(11)).score() > closeness(spots(12)).score());
  const Closeness later = closeness({{0, {1}, 0}, {0, {50}, 1}, {1, {52}, 2}, {1, {200}, 3}});
  CHECK(later.first_word == 50);
  CHECK(later.last_word == 52);
  CHECK(later.in_order);
}
