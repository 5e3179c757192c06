#include "indexer/extract/extract.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/extract/wrap.h"

using namespace postil::index;

namespace {

Article page(std::string text) {
  RawArticle raw;
  raw.content = PageText{std::move(text)};
  return extract(std::move(raw), nullptr);
}

std::string body_text() { return essay()[0] + "\n\n" + essay()[1] + "\n\n" + essay()[2] + "\n\n"; }

constexpr const char* kAppeal =
    "We have no advertisements and do not have the funds to go on. Please donate now: to donate "
    "please go HERE.\n\n";
constexpr const char* kForm = "Leave a Reply\n\nYour email address will not be published.\n";

}  // namespace

TEST_CASE("an essay without a page around it is all body") {
  const Article article = page("The Long Dinner\n\n" + body_text());
  CHECK(article.meta.title == "The Long Dinner");
  CHECK(article.meta.authors.empty());
  CHECK_FALSE(article.meta.published.has_value());
  CHECK(article.meta.language == "en");
  CHECK(article.paragraphs.size() == 3);
  CHECK(article.furniture.empty());
  CHECK(article.comments.empty());
}

TEST_CASE("author, title, note, appeal, numbered comments and form are told apart") {
  const Article article = page(
      "Ann Leewood – The Long Dinner\n\nAnn Leewood is a historian of tables and of doors\n\n\n" +
      body_text() + kAppeal +
      "\n  1. I have sat at such a table and I can confirm every word of what is said here.\n\n"
      "    It did rain that evening, and nobody closed the windows.\n\n"
      "  2. The letters are forgeries, as everybody knows who has held one to the light.\n\n" +
      kForm);
  CHECK(article.meta.title == "The Long Dinner");
  CHECK(article.meta.authors == std::vector<std::string>{"Ann Leewood"});
  CHECK(article.meta.author_note == "Ann Leewood is a historian of tables and of doors");
  CHECK(article.paragraphs.size() == 3);
  REQUIRE(article.comments.size() == 2);
  CHECK(article.comments[0].number == 1);
  CHECK(article.comments[0].paragraphs.size() == 2);
  CHECK(article.comments[1].paragraphs.size() == 1);
  REQUIRE(article.furniture.size() == 3);
  CHECK(article.furniture[0].reason == postil::schema::FurnitureReason::kAppeal);
  CHECK(article.furniture[1].reason == postil::schema::FurnitureReason::kForm);
}

TEST_CASE("a numbered list at the end of an essay is the essay's") {
  const Article article = page("The Long Dinner\n\n" + body_text() +
                               "What follows from this is short:\n\n"
                               "1. Close the windows before the guests sit down at the table.\n\n"
                               "2. Send the luggage on an earlier train than the envoy himself.\n");
  CHECK(article.comments.empty());
  CHECK(article.furniture.empty());
  CHECK(article.paragraphs.size() == 6);
}

TEST_CASE("attributed comments have authors, dates and parents, and never addresses") {
  const Article article =
      page("The Long Dinner\n\nBy Ann Leewood\n\n" + body_text() +
           "3 Comments\n\nBo Hill says:\nMarch 20, 2024 at 10:15 am\n"
           "I was there, and it was not soup.\nReply\n\n"
           "cy@example.org says:\nMarch 21, 2024 at 9:00 am\nIt was soup.\nReply\n\n"
           "Di Fox in reply to Bo Hill • 2 hours ago\nIt was fish.\nReply\n\n" +
           kForm);
  REQUIRE(article.comments.size() == 3);
  CHECK(article.comments[0].author == "Bo Hill");
  CHECK(postil::to_string(article.comments[0].published.value()) == "2024-03-20");
  CHECK(article.comments[1].author.empty());
  CHECK(article.comments[2].parent == 1);
  CHECK(article.paragraphs.size() == 3);
}

TEST_CASE("what is declared wins over what the text suggests") {
  RawArticle raw;
  raw.declared.title = "Declared";
  raw.declared.authors = {"Bo Day"};
  raw.declared.language = "de";
  raw.content = PageText{"The Long Dinner\n\nBy Ann Leewood\n\n" + body_text()};
  const Article article = extract(std::move(raw), nullptr);
  CHECK(article.meta.title == "Declared");
  CHECK(article.meta.authors == std::vector<std::string>{"Bo Day"});
  CHECK(article.meta.language == "de");
}

TEST_CASE("a headline that a declared title takes the place of stays as a heading") {
  const auto first = [](const std::string& declared) {
    RawArticle raw;
    raw.declared.title = declared;
    raw.content = PageText{"The Long Dinner\n\nBy Ann Leewood\n\n" + body_text()};
    const Article article = extract(std::move(raw), nullptr);
    CHECK(article.meta.title == declared);
    return article.paragraphs.at(0);
  };
  const Paragraph heading = first("Declared");
  CHECK(heading.zone == postil::schema::Zone::kHeading);
  CHECK(heading.text == "The Long Dinner");
  CHECK(first("THE LONG DINNER").zone == postil::schema::Zone::kBody);
  CHECK(first("The long dinner | The Courier").zone == postil::schema::Zone::kBody);
}

TEST_CASE("a title of the source's own that another takes the place of stays as a heading") {
  const auto headings = [](const std::string& own, std::vector<Paragraph> body) {
    RawArticle raw;
    raw.declared.title = "Given";
    raw.own_title = own;
    raw.content = MarkedBody{std::move(body)};
    std::vector<std::string> texts;
    for (const Paragraph& paragraph : extract(std::move(raw), nullptr).paragraphs) {
      if (paragraph.zone == postil::schema::Zone::kHeading) texts.push_back(paragraph.text);
    }
    return texts;
  };
  const Paragraph heading{postil::schema::Zone::kHeading, "The Long Dinner"};
  const Paragraph prose{postil::schema::Zone::kBody, "They ate until noon."};
  CHECK(headings(" The Long\nDinner ", {prose}) == std::vector<std::string>{"The Long Dinner"});
  CHECK(headings("given", {prose}).empty());
  CHECK(headings("", {prose}).empty());
  // It is not said twice.
  CHECK(headings("They ate until noon.", {prose}).empty());
  CHECK(headings("the long dinner", {prose, heading}).size() == 1);
}

TEST_CASE("titles of a source and of its page both stay where a third takes their place") {
  RawArticle raw;
  raw.declared.title = "Given";
  raw.own_title = "Dinner: our review";
  raw.content = PageText{"The Long Dinner\n\nBy Ann Leewood\n\n" + body_text()};
  const Article article = extract(std::move(raw), nullptr);
  CHECK(article.meta.title == "Given");
  CHECK(article.paragraphs.at(0).text == "Dinner: our review");
  CHECK(article.paragraphs.at(1).text == "The Long Dinner");
  CHECK(article.paragraphs.at(2).zone == postil::schema::Zone::kBody);
}

TEST_CASE("a page in which there is no article is told") {
  RawArticle raw;
  raw.content = PageText{"Log in\n"};
  std::string told;
  extract(std::move(raw), [&](Severity /*severity*/, std::string_view reason, std::string detail) {
    told += std::string(reason) + ": " + detail;
  });
  CHECK(told ==
        "no-text: Nothing in it was taken for an article's title or text: it will not be found");
}

TEST_CASE("a declared body is split and nothing is taken from it") {
  RawArticle raw;
  raw.content = BodyText{"One\ntwo\n\nPlease donate now.\n\nShare this"};
  const Article article = extract(std::move(raw), nullptr);
  REQUIRE(article.paragraphs.size() == 3);
  CHECK(article.paragraphs[0].text == "One two");
  CHECK(article.furniture.empty());
}

TEST_CASE("declared comments keep their thread, also when the answer comes first") {
  RawArticle raw;
  raw.content = BodyText{"Text"};
  raw.comments = {{"b", "a", "Bo <bo@example.org>", std::nullopt, "Answer"},
                  {"x", "", "", std::nullopt, "  "},
                  {"a", "", "Anonymous", std::nullopt, "Question\n\nSecond"}};
  const Article article = extract(std::move(raw), nullptr);
  REQUIRE(article.comments.size() == 2);
  CHECK(article.comments[0].author == "Bo");
  CHECK(article.comments[0].parent == 2);
  CHECK(article.comments[1].author.empty());
  CHECK(article.comments[1].paragraphs.size() == 2);
}

TEST_CASE("nothing and next to nothing are articles too") {
  for (const char* text :
       {"", "\n\n", "x", "1.", "•", "says:", "—", "3 Comments", "Reply\nReply"}) {
    CAPTURE(text);
    CHECK(page(text).paragraphs.size() <= 2);
  }
}
