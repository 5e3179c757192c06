#include "query/search/tally.h"

#include <doctest/doctest.h>

#include "core/schema/columns.h"
#include "core/schema/database_name.h"
#include "indexer/store/column_writer.h"
#include "query/search/records.h"
#include "tests/support/database.h"
#include "tests/support/random.h"
#include "tests/support/view_collection.h"

using namespace postil;
using namespace postil::query;
using postil::test::Random;

namespace {

std::vector<schema::FieldId> all_facets() {
  std::vector<schema::FieldId> fields;
  for (const schema::Field& field : schema::kFields) {
    if (field.is_facet()) fields.push_back(field.id);
  }
  return fields;
}

void check_same(const Tally& a, const Tally& b) {
  CHECK(a.total.articles == b.total.articles);
  CHECK(a.total.article_texts == b.total.article_texts);
  CHECK(a.total.comments == b.total.comments);
  CHECK(a.comments_of == b.comments_of);
  REQUIRE(a.facets.size() == b.facets.size());
  for (std::size_t i = 0; i < a.facets.size(); ++i) {
    CHECK(a.facets[i].unknown_articles == b.facets[i].unknown_articles);
    REQUIRE(a.facets[i].values.size() == b.facets[i].values.size());
    for (std::size_t j = 0; j < a.facets[i].values.size(); ++j) {
      CHECK(a.facets[i].values[j].value == b.facets[i].values[j].value);
      CHECK(a.facets[i].values[j].articles == b.facets[i].values[j].articles);
      CHECK(a.facets[i].values[j].comments == b.facets[i].values[j].comments);
    }
  }
}

}  // namespace

TEST_CASE("columns and slots give the same counts") {
  Random random(77);
  const test::TemporaryFolder folder;
  const std::string path = folder.path() + "/db";
  test::write_database(path, test::dated_articles(random, 80));
  const Xapian::Database database(path);
  const std::string generation = schema::current_generation(path);
  REQUIRE_FALSE(generation.empty());
  REQUIRE(index::write_columns(generation));
  const auto columns = schema::Columns::map(generation + '/' + schema::kColumnsFile);
  REQUIRE(columns);
  CHECK(columns->state() == schema::DatabaseState{database.get_uuid(), database.get_revision()});
  const RecordIds all(database.postlist_begin(""), database.postlist_end(""));
  REQUIRE(all.size() > 80);
  for (int round = 0; round < 30; ++round) {
    RecordIds ids;
    for (const Xapian::docid id : all) {
      if (random.below(30) < static_cast<std::uint64_t>(round + 1)) ids.push_back(id);
    }
    check_same(tally(database, nullptr, ids, all_facets()),
               tally(database, &*columns, ids, all_facets()));
  }
}
