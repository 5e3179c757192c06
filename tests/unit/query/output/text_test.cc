// How an answer reads on a terminal.
#include <doctest/doctest.h>

#include <sstream>

#include "query/output/output.h"
#include "query/output/terminal_text.h"
#include "tests/unit/query/output/sample_answer.h"

namespace postil::query {
namespace {

using namespace testing;  // NOLINT: the samples are the tests' own

std::string printed(const Answer& answer, OutputOptions options = {}) {
  std::string out;
  find_output("text")->print(answer, options, out);
  return out;
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST_CASE("an answer reads from title to totals") {
  CHECK(printed(sample_answer()) ==
        R"(The Treaty’s Price
Ann Lee and Zoë Brown · 2024-03 (url) · The Courier
pages/treaty.txt
also in wire/treaty.txt
  ¶20  … Nobody signs a treaty’s last page; a treaty ends.
  Comment 2, anonymous, undated
    ¶1   A treaty is fantasy.
  Comment 3, Ivo, 2024-03-21, answers comment 2
    ¶2   Which treaty?
  and 12 more comments

untitled
author unknown · undated · outlet unknown
pages/scrap.txt
  ¶1   A treaty.

Author               Year
  Ann Lee   40 (3)     2024 57 (14)
* Zoë Brown  7
  unknown   10

articles 1–2 of 57, 14 comments, 90 occurrences
)");
}

TEST_CASE("nothing found is said, with what is near and is no hit") {
  CHECK(printed(empty_answer()) == R"(No match for "last treaty".

Near it, not hits:
  "last treaty"~1   1 article, 0 comments
    untitled
    author unknown · undated · outlet unknown
    pages/scrap.txt
      ¶1   A treaty.
)");
}

TEST_CASE("what several nearby questions find is shown once") {
  Answer answer = empty_answer();
  answer.nearby.push_back(answer.nearby.front());
  const std::string out = printed(answer);
  CHECK(out.find("scrap.txt") == out.rfind("scrap.txt"));
}

TEST_CASE("comments that only pass filters are counted, not listed") {
  Answer answer = sample_answer();
  for (CommentHit& comment : answer.results[0].comments) comment.passages.clear();
  const std::string out = printed(answer);
  CHECK(!has(out, "Comment 2"));
  CHECK(has(out, "\n  14 matching comments\n"));
}

TEST_CASE("an article that shares its file with others is told apart") {
  Answer answer = sample_answer();
  answer.results[1].path = "/home/ann/export.jsonl";
  answer.results[1].id = "ann/export.jsonl#12";
  CHECK(has(printed(answer), "\n/home/ann/export.jsonl#12\n"));
}

TEST_CASE("a page of a book stands beside its paragraph, the day it was saved beside no date") {
  Answer answer = sample_answer();
  answer.results[1].passages[0].page = 7;
  answer.results[1].captured = PartialDate{2023, 5, 2};
  const std::string out = printed(answer);
  CHECK(has(out, "author unknown · undated, saved 2023-05-02 · outlet unknown\n"));
  CHECK(has(out, "  ¶1 p. 7 A treaty.\n"));
}

TEST_CASE("a spelling is offered") {
  Answer answer;
  answer.query = "traety";
  answer.spelling = "treaty";
  CHECK(printed(answer) == "No match for traety.\nDid you mean treaty?\n");
}

TEST_CASE("filters without words that let nothing pass are named as such") {
  CHECK(printed(Answer{}) == "No article passes these filters.\n");
}

TEST_CASE("a count is one line") {
  OutputOptions options;
  options.count_only = true;
  CHECK(printed(sample_answer(), options) == "57 articles, 14 comments, 90 occurrences\n");
  Answer one;
  one.total = {1, 1, 1, {}, 1, 1};
  CHECK(printed(one, options) == "1 article, 1 comment\n");
  options.question_id = "q7";
  CHECK(printed(one, options) == "q7   1 article, 1 comment\n");
}

TEST_CASE("all shown, a later page, and a page behind the last are told apart") {
  Answer answer = sample_answer();
  answer.total = {2, 2, 0, {}, 2, 0};
  CHECK(has(printed(answer), "\n2 articles, 0 comments\n"));
  answer.total.articles = answer.total.versions = 13;
  answer.offset = 10;
  CHECK(has(printed(answer), "\narticles 11–12 of 13, 0 comments\n"));
  answer.total.articles = 15;
  CHECK(has(printed(answer), "\nversions 11–12 of 13: 15 articles in 13 versions, 0 comments\n"));
  answer.total.articles = 13;
  answer.results.clear();
  answer.offset = 100;
  CHECK(has(printed(answer), "13 articles, 0 comments (none shown from 101 on)\n"));
}

TEST_CASE("exactly the matched words are coloured") {
  OutputOptions options;
  options.colour = true;
  const std::string out = printed(sample_answer(), options);
  CHECK(has(out, "signs a \x1b[1;31mtreaty\x1b[0m’s last page; a \x1b[1;31mtreaty\x1b[0m ends."));
  CHECK(has(out, "\x1b[1mThe \x1b[0m\x1b[1;31mTreaty\x1b[0m\x1b[1m’s Price\x1b[0m"));
}

TEST_CASE("no row is wider than the terminal, at any width") {
  Answer answer = sample_answer();
  answer.results[0].passages[0].text +=
      " It will be the task of those who come after to begin once more with what was agreed in the "
      "spring, 停戦交渉は再開されたと報じられている, and to end it.";
  for (int width = 20; width <= 220; width += 5) {
    OutputOptions options;
    options.width = width;
    std::istringstream in(printed(answer, options));
    for (std::string row; std::getline(in, row);) {
      const bool unbroken = has(row, "pages/") || has(row, "wire/");
      if (!unbroken && width >= 40) CHECK(columns(row) <= width);
    }
  }
}

TEST_CASE("hostile text from a database does not act on the terminal") {
  const std::string bad = "\x1b]0;owned\x07\x1b[2J\u009b1m\u202E\xff";
  Answer answer = sample_answer();
  for (ArticleHit& hit : answer.results) {
    hit.title.text = hit.outlet = hit.path = hit.url = bad;
    hit.title.highlights.clear();
    hit.authors = hit.also_in = {bad};
    hit.passages = {passage(1, bad, "owned")};
    hit.comments = {comment(1, bad, passage(1, bad, "["))};
  }
  answer.query = bad;
  answer.facets[0].values = {{bad, 1, 0, false}};
  Answer nothing;
  nothing.query = bad;
  nothing.spelling = bad;
  nothing.nearby = {{bad, {1, 1, 0, {}, 1, 0}, answer.results}};
  OutputOptions batch;
  batch.question_id = bad;
  for (const std::string& out : {printed(answer), printed(nothing), printed(answer, batch)}) {
    CHECK(terminal_lines(out) == out);
    CHECK(!has(out, "\x1b"));
  }
}

TEST_CASE("highlights that a damaged database places outside their text do no harm") {
  Answer answer = sample_answer();
  answer.results[0].passages[0].highlights = {
      {40, 900}, {10, 20}, {7, 3}, {4000000000, 4000000001}};
  answer.results[0].title.highlights = {{90, 99}};
  CHECK(has(printed(answer), "Nobody signs a treaty"));
}

TEST_CASE("only the most frequent values of a facet are shown, and every selected one") {
  Answer answer = sample_answer();
  Facet tag;
  tag.field = schema::FieldId::kTag;
  for (int i = 0; i < 20; ++i) tag.values.push_back({"tag" + std::to_string(i), 1, 0, i == 15});
  answer.facets = {tag};
  const std::string out = printed(answer);
  CHECK(has(out, "\n  tag7"));
  CHECK(!has(out, "tag8"));
  CHECK(has(out, "\n* tag15"));
  CHECK(has(out, "… 11 more"));
}

TEST_CASE("facets stand side by side on a wide terminal and below each other on a narrow one") {
  Answer answer = sample_answer();
  for (const schema::FieldId id : {schema::FieldId::kOutlet, schema::FieldId::kTag}) {
    Facet facet;
    facet.field = id;
    facet.values = {{"A value that is longer than most values are", 3, 0, false}};
    answer.facets.push_back(facet);
  }
  OutputOptions wide;
  wide.width = 200;
  CHECK(has(printed(answer, wide), "Author               Year             Outlet"));
  OutputOptions narrow;
  narrow.width = 40;
  CHECK(has(printed(answer, narrow), "\nOutlet\n  A value that is longer th…"));
}

}  // namespace
}  // namespace postil::query
