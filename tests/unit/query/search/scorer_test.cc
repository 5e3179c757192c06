#include "query/search/scorer.h"

#include <doctest/doctest.h>

#include <string>

#include "query/parse/parser.h"
#include "query/search/database.h"
#include "query/search/selector.h"
#include "tests/support/articles.h"
#include "tests/support/database.h"
#include "tests/support/random.h"

using namespace postil;
using namespace postil::query;

TEST_CASE("a record's score does not depend on the other records") {
  test::Random random(1666);
  const test::TemporaryFolder folder;
  test::write_database(folder.path() + "/db", test::random_articles(random, 60));
  auto opened = OpenDatabase::open(folder.path() + "/db");
  REQUIRE(opened);
  Vocabulary vocabulary(opened->xapian());
  text::Analyser analyser;
  const State state{opened->xapian(), opened->columns(), opened->tables(), vocabulary, analyser};
  const Scorer scorer(state, false);
  std::size_t sparse = 0;
  for (const std::string question : {"peace", "peace talks", "peace OR war", "pea* OR talks"}) {
    CAPTURE(question);
    const auto tree = std::get<Node>(parse(question, ParseOptions{}, analyser));
    const auto ids = Selector(state).select(tree);
    REQUIRE(ids);
    REQUIRE(ids->size() > 1);
    const auto together = scorer.score(tree, *ids);
    REQUIRE(together);
    CHECK_FALSE(together->places.empty());
    for (std::size_t i = 0; i < ids->size(); ++i) {
      const auto alone = scorer.score(tree, {(*ids)[i]});
      REQUIRE(alone);
      CHECK(alone->scores.front() == together->scores[i]);
      sparse += alone->places.empty() ? 1 : 0;
    }
  }
  CHECK(sparse > 0);
}
