// Totals and occurrences equal those of a count that looks at every word.

#include <doctest/doctest.h>

#include "tests/support/articles.h"
#include "tests/support/counting.h"
#include "tests/support/database.h"
#include "tests/support/oracle.h"

using namespace postil;
using namespace postil::test;

namespace {

struct Collection {
  explicit Collection(std::uint32_t seed) : random(seed) {
    const auto articles = random_articles(random, 120);
    for (const index::Article& article : articles) oracle.add(article);
    write_database(folder.path() + "/db", articles);
    auto opened = query::Searcher::open(folder.path() + "/db");
    REQUIRE(opened.has_value());
    searcher = *std::move(opened);
  }

  Random random;
  Oracle oracle;
  TemporaryFolder folder;
  std::unique_ptr<query::Searcher> searcher;
};

void check(const Counts& found, const Counts& expected, const std::string& question) {
  CAPTURE(question);
  CHECK(found.articles == expected.articles);
  CHECK(found.article_texts == expected.article_texts);
  CHECK(found.comments == expected.comments);
  CHECK(found.occurrences == expected.occurrences);
}

}  // namespace

TEST_CASE("exact phrases of one to five words are counted exactly") {
  Collection collection(1648);
  for (int round = 0; round < 1500; ++round) {
    const Words phrase =
        collection.oracle.random_phrase(collection.random, 1 + collection.random.below(5));
    const std::string question = quoted(phrase);
    check(count(*collection.searcher, question), collection.oracle.phrase(phrase), question);
  }
}

TEST_CASE(
    "phrases of words that need not stand together are counted exactly, with and without slop") {
  Collection collection(1815);
  for (int round = 0; round < 1500; ++round) {
    Words phrase;
    for (std::size_t left = 2 + collection.random.below(3); left > 0; --left) {
      phrase.push_back(collection.oracle.random_phrase(collection.random, 1).front());
    }
    const std::size_t slop = collection.random.below(7);
    const std::string question = quoted(phrase, slop);
    check(count(*collection.searcher, question), collection.oracle.phrase(phrase, slop), question);
  }
}

TEST_CASE("words in any form are counted exactly") {
  Collection collection(1919);
  for (int round = 0; round < 300; ++round) {
    const std::string word = collection.oracle.random_phrase(collection.random, 1).front();
    check(count(*collection.searcher, word), collection.oracle.stem(word), word);
  }
}

TEST_CASE("wildcards are counted exactly, alone and inside phrases with and without slop") {
  Collection collection(1946);
  for (int round = 0; round < 1000; ++round) {
    Words phrase = collection.oracle.random_phrase(collection.random, collection.random.below(3));
    phrase.insert(phrase.begin() + collection.random.below(phrase.size() + 1),
                  collection.oracle.random_pattern(collection.random));
    if (round % 5 == 0) phrase.push_back(collection.oracle.random_pattern(collection.random));
    const std::size_t slop = phrase.size() > 1 ? collection.random.below(4) : 0;
    const std::string question = quoted(phrase, slop);
    check(count(*collection.searcher, question), collection.oracle.patterns(phrase, slop),
          question);
  }
}

TEST_CASE("words and phrases near each other are counted exactly") {
  Collection collection(1975);
  Random& random = collection.random;
  for (int round = 0; round < 2000; ++round) {
    std::vector<NearOperand> operands;
    for (std::size_t left = 2 + random.below(3); left > 0; --left) {
      NearOperand& operand = operands.emplace_back();
      operand.words = collection.oracle.random_phrase(random, 1 + random.below(2));
      operand.any_form = operand.words.size() == 1 && random.below(2) == 0;
      if (operand.words.size() > 1) operand.slop = random.below(4);
    }
    if (round % 7 == 0) operands.back() = {{collection.oracle.random_pattern(random)}};
    if (round % 11 == 0) operands.back() = operands.front();
    const std::size_t distance = 1 + random.below(12);
    const std::string question = near_each_other(operands, distance);
    check(count(*collection.searcher, question), collection.oracle.near(operands, distance),
          question);
  }
}

TEST_CASE("articles are joined with their comments exactly") {
  Collection collection(1989);
  for (int round = 0; round < 400; ++round) {
    const std::string word = collection.oracle.random_phrase(collection.random, 1).front();
    const std::string other = collection.oracle.random_phrase(collection.random, 1).front();
    const bool none = round % 2 == 1;
    const std::string question =
        quoted({word}) + (none ? " -comment:" : " comment:") + quoted({other});
    Counts found = count(*collection.searcher, question);
    found.occurrences = 0;  // those of a single word are told
    check(found, collection.oracle.join(word, other, none), question);
  }
}

TEST_CASE("many phrases counted in one pass are counted as one by one") {
  Collection collection(1995);
  std::vector<Words> phrases;
  for (int round = 0; round < 200; ++round) {
    phrases.push_back(
        collection.oracle.random_phrase(collection.random, 1 + collection.random.below(5)));
  }
  const auto counts = collection.oracle.phrases(phrases);
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    CHECK(counts[i] == collection.oracle.phrase(phrases[i]));
  }
}
