#include "indexer/extract/byline.h"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

using namespace postil::index;
using Texts = std::vector<std::string>;

namespace {

Texts authors(std::string_view line, std::string_view language = "en") {
  const std::optional<Byline> byline = read_byline(line, cue_languages(language));
  return byline ? byline->authors : Texts{"(none)"};
}

std::string date(std::string_view line, std::string_view language = "en") {
  const std::optional<Byline> byline = read_byline(line, cue_languages(language));
  return byline && byline->published ? postil::to_string(*byline->published) : "";
}

}  // namespace

TEST_CASE("labelled names are read in seven languages") {
  CHECK(authors("By Ann Lee") == Texts{"Ann Lee"});
  CHECK(authors("by Ann Lee and Bo Day") == Texts{"Ann Lee", "Bo Day"});
  CHECK(authors("Written by ANN LEE") == Texts{"Ann Lee"});
  CHECK(authors("ByAnn Lee") == Texts{"Ann Lee"});
  CHECK(authors("By HAMILTON") == Texts{"HAMILTON"});
  CHECK(authors("Von Anna Berg und Jan Holm", "de") == Texts{"Anna Berg", "Jan Holm"});
  CHECK(authors("Par Anne Petit", "fr") == Texts{"Anne Petit"});
  CHECK(authors("Por Ana Ruiz", "es") == Texts{"Ana Ruiz"});
  CHECK(authors("Автор: Анна Белова", "ru") == Texts{"Анна Белова"});
  CHECK(authors("Авторка: Ганна Біла", "uk") == Texts{"Ганна Біла"});
  CHECK(authors("Yazan: Ayşe Deniz", "tr") == Texts{"Ayşe Deniz"});
}

TEST_CASE("places, papers and jobs behind a name are not names") {
  CHECK(authors("By Ann Lee in Kyiv") == Texts{"Ann Lee"});
  CHECK(authors("By Ann Lee, senior editor") == Texts{"Ann Lee"});
  CHECK(authors("By Ann Lee | Opinion") == Texts{"Ann Lee"});
  CHECK(authors("By Ann Lee for the Evening Lamp") == Texts{"Ann Lee"});
}

TEST_CASE("names and dates in one line are told apart") {
  CHECK(authors("Ann Lee | 20 March 2024") == Texts{"Ann Lee"});
  CHECK(date("Ann Lee | 20 March 2024") == "2024-03-20");
  CHECK(authors("Posted by Ann Lee on March 20, 2024") == Texts{"Ann Lee"});
  CHECK(authors("March 20, 2024 by oz") == Texts{"oz"});
  CHECK(date("Veröffentlicht am 24. Januar 2020 von Anna", "de") == "2020-01-24");
  CHECK(authors("Veröffentlicht am 24. Januar 2020 von Anna", "de") == Texts{"Anna"});
}

TEST_CASE("dates alone are date lines, and a date of change is not the date") {
  const std::optional<Byline> line =
      read_byline("Published: 20 March 2024 at 10:15", cue_languages("en"));
  REQUIRE(line);
  CHECK(line->date_line);
  CHECK(date("20. März 2024", "de") == "2024-03-20");
  CHECK(date("20 марта 2024", "ru") == "2024-03-20");
  const std::optional<Byline> updated = read_byline("Updated: 20 March 2024", cue_languages("en"));
  REQUIRE(updated);
  CHECK_FALSE(updated->published);
  CHECK(updated->updated);
  const std::optional<Byline> undated = read_byline("Mar 24", cue_languages("en"));
  REQUIRE(undated);
  CHECK(undated->date_line);
  CHECK_FALSE(undated->published);
}

TEST_CASE("sentences and titles are no bylines") {
  for (const char* line :
       {"By Design", "By the time he left it was over", "The Long War", "By way of an answer",
        "On 20 March 2024 the two sides met again in the old palace and agreed upon nothing at all",
        "Von Trapp: a family and its songs", "In the winter of 1922", ""}) {
    CAPTURE(line);
    CHECK_FALSE(read_byline(line, cue_languages("en")).has_value());
  }
}

TEST_CASE("labels at the top of a file are read") {
  CHECK(read_label("Title: The Long War", cue_languages("en")).kind == LabelKind::kTitle);
  CHECK(read_label("Title: The Long War", cue_languages("en")).value == "The Long War");
  CHECK(read_label("Author: Hamilton", cue_languages("en")).kind == LabelKind::kAuthor);
  CHECK(read_label("Заголовок: Весна", cue_languages("ru")).kind == LabelKind::kTitle);
  CHECK(read_label("Moscow: a city", cue_languages("en")).kind == LabelKind::kNone);
  CHECK(read_label("Title:", cue_languages("en")).kind == LabelKind::kNone);
}

TEST_CASE("a name before a title is found") {
  const auto split = split_name_and_title("Ann Lee – The Long War", cue_languages("en"));
  REQUIRE(split);
  CHECK(split->name == "Ann Lee");
  CHECK(split->title == "The Long War");
  CHECK_FALSE(split_name_and_title("Middle East – a new order", cue_languages("en")));
  CHECK_FALSE(split_name_and_title("The Long War", cue_languages("en")));
}
