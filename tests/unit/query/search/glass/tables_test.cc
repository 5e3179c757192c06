// Postings and positions are read from glass's tables as Xapian itself reads them: of databases
// that Xapian has written in one go and in place, with lists of all lengths.

#include <doctest/doctest.h>
#include <xapian.h>

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "core/schema/glass_keys.h"
#include "query/search/glass/position_list.h"
#include "query/search/glass/postings.h"
#include "query/search/glass/table.h"
#include "tests/support/database.h"
#include "tests/support/random.h"

using namespace postil;
using namespace postil::query;
using Positions = std::vector<std::uint32_t>;

namespace {

// From words that nearly every document has to words of a single one, some with a long common
// beginning, and a document in which a word has more positions than an item of a table can hold.
Xapian::Document make_document(test::Random& random, bool is_long) {
  Xapian::Document document;
  for (std::size_t word = 0; word < 30; ++word) {
    if (random.below(1 + word) != 0) continue;
    const std::string term = (word % 2 == 0 ? "word" : std::string(60, 'w')) + std::to_string(word);
    std::uint32_t position = 0;
    for (std::uint64_t left = 1 + random.below(is_long && word == 0 ? 9000 : 9); left > 0; --left) {
      document.add_posting(term, position += 1 + static_cast<std::uint32_t>(random.below(50)));
    }
  }
  document.add_posting("only" + std::to_string(random.below(100000)), 1);
  document.add_boolean_term("Qid" + std::to_string(random.below(1U << 30)));
  return document;
}

struct Collection {
  test::TemporaryFolder folder;
  std::string path = folder.path() + "/db";
  test::Random random{1453};

  void write(std::size_t documents) {
    Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    for (std::size_t i = 0; i < documents; ++i) {
      database.add_document(make_document(random, i % 500 == 7));
    }
    database.commit();
  }

  // Changes the database where it is.
  void update() {
    Xapian::WritableDatabase database(path);
    for (int i = 0; i < 300; ++i) {
      const auto id = static_cast<Xapian::docid>(1 + random.below(database.get_lastdocid()));
      if (i % 2 == 0) {
        database.replace_document(id, make_document(random, false));
      } else {
        database.replace_document(id + 40000, make_document(random, false));
      }
    }
    database.commit();
  }
};

schema::DatabaseState state_of(const Xapian::Database& database) {
  return {database.get_uuid(), database.get_revision()};
}

Positions positions_in(glass::Cursor& cursor, const std::string& term, Xapian::docid id) {
  std::string key;
  schema::put_sorted_string(key, term, false);
  schema::put_sorted_number(key, id);
  Positions positions;
  if (const auto tag = cursor.find(key)) CHECK(glass::append_positions(*tag, positions));
  return positions;
}

void check_terms(const Xapian::Database& database, glass::Tables& tables) {
  glass::Cursor cursor(tables.position);
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    CAPTURE(*term);
    glass::Postings found(tables.postlist, *term);
    CHECK(found.size() == term.get_termfreq());
    const auto end = database.postlist_end(*term);
    for (auto expected = database.postlist_begin(*term); expected != end; ++expected) {
      REQUIRE_FALSE(found.at_end());
      REQUIRE(found.document() == *expected);
      REQUIRE(found.frequency() == expected.get_wdf());
      const Positions positions(expected.positionlist_begin(), expected.positionlist_end());
      REQUIRE(positions_in(cursor, *term, *expected) == positions);
      found.next();
    }
    CHECK(found.at_end());
  }
}

// `times`: blocks that are asked for again are kept.
void check_all(const std::string& path, int times = 1) {
  const Xapian::Database database(path);
  auto tables = glass::Tables::open(path, state_of(database));
  REQUIRE(tables);
  if (times > 1) tables->keep_leaves();
  for (; times > 1; --times) check_terms(database, *tables);
  check_terms(database, *tables);
  glass::Postings lengths(tables->postlist, "");
  const auto end = database.postlist_end("");
  for (auto expected = database.postlist_begin(""); expected != end; ++expected) {
    REQUIRE_FALSE(lengths.at_end());
    REQUIRE(lengths.document() == *expected);
    REQUIRE(lengths.frequency() == database.get_doclength(*expected));
    lengths.next();
  }
  CHECK(lengths.at_end());
}

void check_skips(const std::string& path, test::Random& random) {
  const Xapian::Database database(path);
  auto tables = glass::Tables::open(path, state_of(database));
  REQUIRE(tables);
  glass::Cursor cursor(tables->position);
  for (int round = 0; round < 400; ++round) {
    const std::string term = "word" + std::to_string(2 * random.below(4));
    const std::uint64_t step = 1 + random.below(1000);
    glass::Postings found(tables->postlist, term);
    auto expected = database.postlist_begin(term);
    const auto end = database.postlist_end(term);
    for (Xapian::docid id = 1; expected != end;) {
      id += static_cast<Xapian::docid>(random.below(step));
      expected.skip_to(id);
      found.skip_to(id);
      REQUIRE(found.at_end() == (expected == end));
      if (expected == end) break;
      REQUIRE(found.document() == *expected);
      REQUIRE(found.frequency() == expected.get_wdf());
      const Positions positions(expected.positionlist_begin(), expected.positionlist_end());
      REQUIRE(positions_in(cursor, term, *expected) == positions);
      id = *expected + 1;
    }
  }
}

}  // namespace

TEST_CASE("postings, positions and lengths are those that Xapian reads") {
  Collection collection;
  collection.write(3000);
  check_all(collection.path);
  check_skips(collection.path, collection.random);
}

TEST_CASE("they are also where a database was changed in place") {
  Collection collection;
  collection.write(1500);
  for (int round = 0; round < 4; ++round) {
    collection.update();
    check_all(collection.path);
    check_skips(collection.path, collection.random);
  }
}

TEST_CASE("blocks that are kept hold what they held") {
  Collection collection;
  collection.write(1500);
  collection.update();
  check_all(collection.path, 4);
}

TEST_CASE("what is not there is not found") {
  Collection collection;
  collection.write(20);
  const Xapian::Database database(collection.path);
  auto tables = glass::Tables::open(collection.path, state_of(database));
  REQUIRE(tables);
  glass::Cursor cursor(tables->position);
  for (const char* term : {"", "a", "word", "zzz"}) {
    CHECK(positions_in(cursor, term, 1).empty());
    if (*term != '\0') CHECK(glass::Postings(tables->postlist, term).at_end());
  }
  CHECK(positions_in(cursor, "word0", 21).empty());
}

TEST_CASE("an empty database has empty tables") {
  Collection collection;
  collection.write(0);
  const Xapian::Database database(collection.path);
  auto tables = glass::Tables::open(collection.path, state_of(database));
  REQUIRE(tables);
  CHECK(glass::Postings(tables->postlist, "word0").at_end());
  glass::Cursor cursor(tables->position);
  CHECK(positions_in(cursor, "word0", 1).empty());
}

TEST_CASE("tables of another state or another database are not read") {
  Collection collection;
  collection.write(10);
  const schema::DatabaseState before = state_of(Xapian::Database(collection.path));
  collection.write(10);
  const schema::DatabaseState now = state_of(Xapian::Database(collection.path));
  CHECK(glass::Tables::open(collection.path, now));
  CHECK_FALSE(glass::Tables::open(collection.path, before));
  CHECK_FALSE(glass::Tables::open(collection.path, {before.uuid, now.revision + 1}));
  CHECK_FALSE(glass::Tables::open(collection.path + "/elsewhere", now));
  CHECK_FALSE(glass::Tables::open(collection.path, {"no uuid", now.revision}));
}

TEST_CASE("a reader that a writer overtakes says so") {
  Collection collection;
  collection.write(2000);
  const Xapian::Database database(collection.path);
  auto tables = glass::Tables::open(collection.path, state_of(database));
  REQUIRE(tables);
  for (int round = 0; round < 4; ++round) collection.update();
  glass::Cursor cursor(tables->position);
  const auto read_everything = [&] {
    for (glass::Postings found(tables->postlist, "word0"); !found.at_end(); found.next()) {
      (void)positions_in(cursor, "word0", found.document());
    }
  };
  CHECK_THROWS_AS(read_everything(), Xapian::DatabaseModifiedError);
}

TEST_CASE("damaged tables are errors of Xapian and nothing worse") {
  Collection collection;
  collection.write(800);
  const schema::DatabaseState state = state_of(Xapian::Database(collection.path));
  std::size_t errors = 0;
  for (const char* name : {"/postlist.glass", "/position.glass"}) {
    std::ifstream in(collection.path + name, std::ios::binary);
    const std::string sound{std::istreambuf_iterator<char>(in), {}};
    for (int round = 0; round < 300; ++round) {
      std::string bytes = sound;
      // The first bytes of a block say most.
      const std::size_t block = collection.random.below(bytes.size() / 8192) * 8192;
      for (std::uint64_t left = 1 + collection.random.below(4); left > 0; --left) {
        const std::size_t within = collection.random.below(round % 2 == 0 ? 64 : 8192);
        bytes[block + within] = static_cast<char>(collection.random.below(256));
      }
      if (round % 10 == 0) bytes.resize(collection.random.below(bytes.size()));
      std::ofstream(collection.path + name, std::ios::binary) << bytes;
      auto tables = glass::Tables::open(collection.path, state);
      REQUIRE(tables);
      glass::Cursor cursor(tables->position);
      try {
        for (const char* term : {"", "word0", "word2", "word28"}) {
          std::size_t steps = 0;
          glass::Postings skipping(tables->postlist, term);
          for (std::uint32_t next = 1; !skipping.at_end() && ++steps < 5000;) {
            skipping.skip_to(next);
            next =
                skipping.document() + 1 + static_cast<std::uint32_t>(collection.random.below(99));
          }
          steps = 0;
          glass::Postings found(tables->postlist, term);
          for (; !found.at_end() && ++steps < 5000; found.next()) {
            std::string key;
            schema::put_sorted_string(key, term, false);
            schema::put_sorted_number(key, found.document());
            Positions positions;
            if (const auto tag = cursor.find(key)) {
              errors += !glass::append_positions(*tag, positions);
            }
          }
        }
      } catch (const Xapian::Error&) {
        ++errors;
      }
    }
    std::ofstream(collection.path + name, std::ios::binary) << sound;
  }
  CHECK(errors > 50);
}
