// Citations say what is known and nothing else, in forms that others read.
#include "query/output/citation.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "query/output/output.h"
#include "tests/unit/query/output/sample_answer.h"

namespace postil::query {
namespace {

using Json = nlohmann::json;

std::string printed(const Answer& answer, std::string_view form) {
  std::string out;
  find_output(form)->print(answer, {}, out);
  return out;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Answer one(ArticleHit hit) {
  Answer answer;
  answer.results.push_back(std::move(hit));
  return answer;
}

TEST_CASE("names are parted as BibTeX does it, and only where they are persons'") {
  const auto parted = [](std::string_view name) {
    const CitedName cited = parse_name(name);
    return cited.family + "|" + cited.given + "|" + cited.suffix + "|" + cited.literal;
  };
  CHECK(parted("Geoffrey Roberts") == "Roberts|Geoffrey||");
  CHECK(parted("Vincent van Gogh") == "van Gogh|Vincent||");
  CHECK(parted("Martin Luther King Jr.") == "King|Martin Luther|Jr.|");
  CHECK(parted("Ann Lee III") == "Lee|Ann|III|");
  CHECK(parted("Орися Тиха") == "Тиха|Орися||");
  for (const char* whole : {"steppe_fox", "Agency for News", "BBC NEWS", "Lee, Ann", "田中花子",
                            "Reader 42", "The Editors", "Associated Press"}) {
    CHECK(parted(whole) == "|||" + std::string(whole));
  }
}

TEST_CASE("an article is cited with its paragraph, its comments beside it") {
  const auto citations = citations_of(testing::sample_answer());
  REQUIRE(citations.size() == 4);
  CHECK(citations[0].kind == CitedKind::kArticle);
  CHECK(citations[0].key.starts_with("lee2024treatys-"));
  CHECK(citations[0].note.starts_with("¶20; file: pages/treaty.txt; record: pages/treaty.txt;"));
  CHECK(citations[1].kind == CitedKind::kComment);
  CHECK(citations[1].authors.empty());
  CHECK(citations[1].title == "Comment 2 on “The Treaty’s Price”");
  CHECK(citations[2].authors[0].literal == "Ivo");
  CHECK(citations[3].kind == CitedKind::kDocument);
}

// It may have been left below another version of the article.
TEST_CASE("a comment is cited with its own file") {
  ArticleHit hit = testing::known_article();
  hit.comments[0].path = "wire/treaty.txt";
  CHECK(has(citations_of(one(hit))[1].note, "file: wire/treaty.txt;"));
}

TEST_CASE("what is unknown is in no form") {
  const Answer answer = one(testing::unknown_article());
  for (const char* name : {"author", "title", "journal", "date", "year", "url", "organization"}) {
    CHECK_FALSE(has(printed(answer, "bibtex"), "  " + std::string(name) + " ="));
  }
  const Json item = Json::parse(printed(answer, "csl-json"))[0];
  for (const char* name : {"author", "title", "container-title", "issued", "URL"}) {
    CHECK_FALSE(item.contains(name));
  }
  for (const char* tag : {"AU", "TI", "T2", "PY", "DA", "UR"}) {
    CHECK_FALSE(has(printed(answer, "ris"), std::string(tag) + "  - "));
  }
}

TEST_CASE("a date is as precise as it is known") {
  ArticleHit hit = testing::known_article();
  hit.comments.clear();
  CHECK(has(printed(one(hit), "bibtex"), "date = {2024-03},\n  year = {2024},\n  month = mar,\n"));
  CHECK(Json::parse(printed(one(hit), "csl-json"))[0]["issued"]["date-parts"] ==
        Json::parse("[[2024,3]]"));
  CHECK(has(printed(one(hit), "ris"), "DA  - 2024/03//\r\n"));
  hit.published = PartialDate{2024, 3, 20};
  CHECK(has(printed(one(hit), "bibtex"), "date = {2024-03-20}"));
  CHECK(has(printed(one(hit), "ris"), "DA  - 2024/03/20/\r\n"));
}

TEST_CASE("the page of a book and the day a web page was saved are in every form") {
  ArticleHit hit = testing::sample_answer().results[0];
  hit.passages[0].page = 12;
  hit.captured = PartialDate{2024, 3, 9};
  const Answer answer = one(hit);
  for (const char* form : {"bibtex", "csl-json", "ris"}) {
    CHECK(has(printed(answer, form), "¶20 p. 12; file: "));
  }
  CHECK(has(printed(answer, "bibtex"), "  urldate = {2024-03-09},\n"));
  CHECK(has(printed(answer, "csl-json"), R"("accessed":{"date-parts":[[2024,3,9]]})"));
  CHECK(has(printed(answer, "ris"), "Y2  - 2024/03/09/\r\n"));
}

TEST_CASE("what TeX would take for its own is escaped, and capitals are protected") {
  ArticleHit hit = testing::known_article();
  hit.comments.clear();
  hit.title.text = "On {NATO} & 50% of McX_y: \\input ~ ^ $5 #1";
  hit.authors = {"A & B Agency", "Zoë Brown"};
  hit.url = "https://example.org/a{b}\\c d?x=1&y=%20_z#f";
  const std::string out = printed(one(hit), "bibtex");
  CHECK(has(out,
            "title = {On {\\textbraceleft{}NATO\\textbraceright{}} \\& 50\\% of {McX\\_y:} "
            "\\textbackslash{}input \\textasciitilde{} \\textasciicircum{} \\$5 \\#1},"));
  CHECK(has(out, "author = {{A \\& B Agency} and Brown, Zoë},"));
  CHECK(has(out, "url = {https://example.org/a%7Bb%7D%5Cc%20d?x=1&y=%20_z#f},"));
  int depth = 0;
  for (const char c : out) {
    depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    CHECK(depth >= 0);
  }
  CHECK(depth == 0);
}

TEST_CASE("no text adds a line to a RIS record or a field to a BibTeX entry") {
  ArticleHit hit = testing::known_article();
  hit.comments.clear();
  hit.title.text = "One\r\nER  - \nTY  - BOOK\u2028x}, author = {Eve";
  CHECK_FALSE(has(printed(one(hit), "ris"), "\nTY  - BOOK"));
  CHECK(has(printed(one(hit), "bibtex"), "\\textbraceright{},} author = {\\textbraceleft{}Eve}"));
}

TEST_CASE("a record has the same key in every export, and no two the same in one") {
  Answer answer = testing::sample_answer();
  const auto before = citations_of(answer);
  std::swap(answer.results[0], answer.results[1]);
  CHECK(citations_of(answer)[0].key == before[3].key);
  std::vector<Citation> many(20000);
  for (std::size_t i = 0; i < many.size(); ++i) {
    many[i].id = "a" + std::to_string(i);
    many[i].title = "The Same";
  }
  assign_keys(many);
  std::set<std::string> keys;
  for (const Citation& each : many) keys.insert(each.key);
  CHECK(keys.size() == many.size());
}

TEST_CASE("a key is ASCII whatever the script") {
  std::vector<Citation> one(1);
  one[0].authors = {parse_name("Øystein Łukaszewicz-Ünal")};
  one[0].title = "再開";
  one[0].published = PartialDate{2020, 0, 0};
  assign_keys(one);
  CHECK(one[0].key.starts_with("lukaszewiczunal2020-"));
}

TEST_CASE("a control character or ill-formed path makes valid JSON all the same") {
  ArticleHit hit = testing::known_article();
  hit.path = "a\xff\x1b";
  CHECK(Json::parse(printed(one(hit), "csl-json")).size() == 3);
}

}  // namespace
}  // namespace postil::query
