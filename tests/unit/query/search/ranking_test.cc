#include "query/search/ranking.h"

#include <doctest/doctest.h>
#include <xapian.h>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

#include "core/schema/fields.h"
#include "tests/support/random.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::query;
using postil::test::Random;

namespace {

constexpr Xapian::docid kRecords = 3000;

// Half of the records are of one group, the others of groups of their own or of none.
std::string group_of(Xapian::docid id) {
  if (id % 2 == 0) return "one";
  return id % 5 == 0 ? "" : std::to_string(id);
}

Xapian::Database database_of_groups() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid id = 1; id <= kRecords; ++id) {
    Xapian::Document document;
    document.add_value(schema::kVersionSlot, group_of(id));
    database.add_document(document);
  }
  return database;
}

// Many of the first are of the one group, and many scores are equal.
ScoredRecords scored(Random& random) {
  ScoredRecords records;
  for (Xapian::docid id = 1; id <= kRecords; ++id) {
    records.ids.push_back(id);
    records.scores.push_back(static_cast<double>(random.below(40)) + (id % 2 == 0 ? 30 : 0));
  }
  return records;
}

std::vector<Xapian::docid> by_sorting_all(const ScoredRecords& records, std::uint64_t offset,
                                          std::uint64_t limit) {
  std::vector<std::size_t> places(records.ids.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) {
    return records.scores[a] > records.scores[b];
  });
  std::vector<Xapian::docid> ids;
  std::set<std::string> met;
  std::uint64_t number = 0;
  for (const std::size_t place : places) {
    const std::string group = group_of(records.ids[place]);
    if (!group.empty() && !met.insert(group).second) continue;
    if (number++ >= offset && ids.size() < limit) ids.push_back(records.ids[place]);
  }
  return ids;
}

}  // namespace

TEST_CASE("the best are those that sorting all records brings first") {
  const Xapian::Database database = database_of_groups();
  Vocabulary vocabulary(database);
  text::Analyser analyser;
  const State state{database, nullptr, nullptr, vocabulary, analyser};
  Random random(1204);
  for (int round = 0; round < 30; ++round) {
    const ScoredRecords records = scored(random);
    const std::uint64_t offset = random.below(3) * 40;
    const std::uint64_t limit = round == 0 ? UINT64_MAX : 1 + random.below(60);
    CAPTURE(offset);
    CAPTURE(limit);
    std::vector<Xapian::docid> found;
    for (const Ranked& each :
         rank(state, records, Sort::kRelevance, schema::kVersionSlot, offset, limit)) {
      found.push_back(each.id);
    }
    REQUIRE(found == by_sorting_all(records, offset, limit));
  }
}

TEST_CASE("articles are sorted by their own length, also those that match by a comment") {
  const auto article = [](std::string text, std::string comment) {
    index::Article made;
    made.paragraphs.push_back({schema::Zone::kBody, std::move(text)});
    made.comments.push_back({1, "Anna", std::nullopt, 0, {std::move(comment)}});
    return made;
  };
  test::ViewCollection collection({article("one two", "peace three four five six seven eight nine"),
                                   article("one two three four five", "peace"),
                                   article("peace two three", "one"),
                                   article("one peace two three four five", "and peace")});
  Request request = collection.request("peace");
  request.sort = Sort::kLength;
  const auto answer = collection.searcher().answer(request);
  REQUIRE(answer.has_value());
  std::string order;
  for (const ArticleHit& hit : answer->results) order += hit.id + " ";
  CHECK(order == "test/3 test/1 test/2 test/0 ");
}
