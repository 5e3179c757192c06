#include "query/search/tally.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "core/schema/columns.h"
#include "core/schema/database_name.h"
#include "core/schema/terms.h"
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

// An article of these commenters, "" for one without a name.
index::Article discussed_by(const std::vector<std::string>& commenters) {
  index::Article article;
  article.meta.title = "One";
  article.paragraphs.push_back({schema::Zone::kBody, "The peace talks."});
  for (const std::string& commenter : commenters) {
    index::Comment comment;
    comment.number = static_cast<int>(article.comments.size()) + 1;
    comment.author = commenter;
    comment.paragraphs = {"Peace at last."};
    article.comments.push_back(std::move(comment));
  }
  return article;
}

// The facet over all records, or over comments alone.
Facet facet_of(const std::vector<index::Article>& articles, schema::FieldId field,
               bool only_comments = false) {
  const test::TemporaryFolder folder;
  test::write_database(folder.path() + "/db", articles);
  const Xapian::Database database(folder.path() + "/db");
  const std::string term =
      only_comments ? schema::value_term(schema::field(schema::FieldId::kKind), "comment") : "";
  const RecordIds ids(database.postlist_begin(term), database.postlist_end(term));
  return tally(database, nullptr, ids, {field}).facets.front();
}

}  // namespace

TEST_CASE("an article counts once for a commenter whose name its comments spell in two ways") {
  const Facet facet = facet_of({discussed_by({"anna", "Anna", "Anna"}), discussed_by({"Anna"})},
                               schema::FieldId::kCommenter);
  REQUIRE(facet.values.size() == 1);
  CHECK(facet.values.front().value == "Anna");
  CHECK(facet.values.front().articles == 2);
  CHECK(facet.values.front().comments == 4);
}

TEST_CASE("an article has no commenter if none of its matching comments has a name") {
  for (const bool only_comments : {false, true}) {
    const Facet facet = facet_of({discussed_by({"", "Bob"}), discussed_by({"Bob", ""}),
                                  discussed_by({"", ""}), discussed_by({"Anna"})},
                                 schema::FieldId::kCommenter, only_comments);
    CHECK(facet.unknown_articles == 1);
    REQUIRE(facet.values.size() == 2);
    CHECK(facet.values.front().value == "Bob");
    CHECK(facet.values.front().articles == 2);
  }
  CHECK(facet_of({discussed_by({}), discussed_by({"Bob"})}, schema::FieldId::kCommenter)
            .unknown_articles == 1);
  CHECK(facet_of({discussed_by({}), discussed_by({""})}, schema::FieldId::kKind).unknown_articles ==
        0);
}

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
