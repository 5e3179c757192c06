#include "query/search/author_names.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/support/database.h"

using namespace postil;
using namespace postil::query;
using schema::FieldId;

namespace {

using Names = std::vector<std::string>;

// A database with an article for each list of authors.
class Library {
 public:
  explicit Library(const std::vector<Names>& authors) {
    std::vector<index::Article> articles;
    for (const Names& names : authors) {
      index::Article article;
      article.meta.title = "On bridges";
      article.meta.authors = names;
      article.paragraphs.push_back({schema::Zone::kBody, "A bridge and a ferry."});
      articles.push_back(std::move(article));
    }
    test::write_database(path(), articles);
  }

  std::string path() const { return folder_.path() + "/db"; }

  // The facet of authors, in its order: "2 Jose Gil".
  Names facet() const {
    Request request;
    request.facets = {FieldId::kAuthor};
    const auto answer = (*Searcher::open(path()))->answer(request);
    REQUIRE(answer);
    Names lines;
    for (const FacetValue& value : answer->facets.front().values) {
      lines.push_back(std::to_string(value.articles) + " " + value.value);
    }
    return lines;
  }

  std::uint64_t count(const std::string& author, bool excluded = false) const {
    Request request;
    FacetFilter filter;
    (excluded ? filter.none_of : filter.any_of) = {author};
    request.filters.facets = {filter};
    const auto answer = (*Searcher::open(path()))->answer(request);
    REQUIRE(answer);
    return answer->total.articles;
  }

 private:
  test::TemporaryFolder folder_;
};

}  // namespace

TEST_CASE("names of authors that differ in case, accents or script are one, the commonest shown") {
  const Library library({{"Jose Gil"},
                         {"JOSÉ GIL"},
                         {"José Gil"},
                         {"José Gil"},
                         {"Volodymyr Zelensky"},
                         {"Volodymyr Zelensky"},
                         {"Володимир Зеленський"},
                         {"Vera Orlova"},
                         {"Вера Орлова"},
                         {"Вера Орлова"},
                         {"Иван Петров"},
                         {"Γιώργος Παπαδόπουλος"},
                         {"Giorgos Papadopoulos"}});
  CHECK(library.facet() == Names{"4 José Gil", "3 Volodymyr Zelensky", "3 Вера Орлова",
                                 "2 Giorgos Papadopoulos", "1 Иван Петров"});
  for (const char* name : {"jose gil", "José Gil"}) CHECK(library.count(name) == 4);
  for (const char* name :
       {"Volodymyr Zelensky", "Володимир Зеленський", "Vera Orlova", "Вера Орлова"}) {
    CHECK(library.count(name) == 3);
    CHECK(library.count(name, true) == 10);
  }
  CHECK(library.count("Иван Петров") == 1);
  CHECK(library.count("Ivan Petrov") == 0);
}

TEST_CASE("an article that names its author in two scripts counts once") {
  const Library library({{"Vera Orlova", "Вера Орлова"}, {"Vera Orlova"}});
  CHECK(library.facet() == Names{"2 Vera Orlova"});
  CHECK(library.count("Вера Орлова") == 2);
}

TEST_CASE("of several Latin names the one that most records have is taken") {
  const Library library({{"Zelenskiy"}, {"Zelensky"}, {"Zelensky"}, {"Зеленский"}});
  CHECK(library.facet() == Names{"3 Zelensky", "1 Zelenskiy"});
  const Xapian::Database database(library.path());
  AuthorNames names(database);
  CHECK(names.key(FieldId::kAuthor, "ЗЕЛЕНСКИЙ") == "zelensky");
  CHECK(names.key(FieldId::kTag, "Зеленский") == "зеленский");
  CHECK(names.spellings(FieldId::kAuthor, "Zelensky") == Names{"zelensky", "зеленский"});
  CHECK(names.spellings(FieldId::kAuthor, "nobody").empty());
}
