#include "indexer/extract/comment_head.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace postil::index;

namespace {

CommentHead head(std::string text, std::string_view language = "en") {
  Block block;
  block.text = std::move(text);
  return read_comment_head(block, cue_languages(language));
}

std::string date(const CommentHead& head) { return head.date ? postil::to_string(*head.date) : ""; }

}  // namespace

TEST_CASE("a name and a word for saying head a comment in seven languages") {
  CHECK(head("Ann says:").name == "Ann");
  CHECK(head("Ann says").kind == HeadKind::kSays);
  CHECK(head("Annsays:").name == "Ann");
  CHECK(head("blah blubb sagt:", "de").name == "blah blubb");
  CHECK(head("Anne dit :", "fr").name == "Anne");
  CHECK(head("Ana dice:", "es").name == "Ana");
  CHECK(head("Анна пишет:", "ru").name == "Анна");
  CHECK(head("Ганна каже:", "uk").name == "Ганна");
  CHECK(head("Ayşe dedi ki:", "tr").name == "Ayşe");
}

TEST_CASE("a date may stand before, behind or within") {
  CHECK(date(head("Ann on 20 March 2024 at 10:15 said:")) == "2024-03-20");
  CHECK(head("Ann on 20 March 2024 at 10:15 said:").name == "Ann");
  CHECK(date(head("On 20 March 2024, Ann wrote:")) == "2024-03-20");
  CHECK(head("On 20 March 2024, Ann wrote:").name == "Ann");
  CHECK(date(head("Ann says: March 20, 2024 at 10:15 am")) == "2024-03-20");
  CHECK(date(head("Ann, 20 March 2024")) == "2024-03-20");
  CHECK(head("Ann, 20 March 2024").kind == HeadKind::kNameDate);
  CHECK(head("Posted by Ann on 20 March 2024").name == "Ann");
  CHECK(head("20 March 2024 10:15").kind == HeadKind::kDate);
}

TEST_CASE("a date that cannot be known is still a date") {
  for (const char* line : {"Ann • 3 months ago", "Ann · 2d", "Ann Mar 24", "Ann 12/02 at 11:30"}) {
    CAPTURE(line);
    CHECK(head(line).kind == HeadKind::kNameDate);
    CHECK(head(line).name == "Ann");
    CHECK(head(line).dated);
    CHECK_FALSE(head(line).date.has_value());
  }
  CHECK(head("Anna • vor 3 Monaten", "de").name == "Anna");
  CHECK(head("Anne • il y a 3 mois", "fr").name == "Anne");
  CHECK(head("Анна • 3 месяца назад", "ru").name == "Анна");
}

TEST_CASE("an answer names whom it answers") {
  CHECK(head("Ann in reply to Bo • 2 hours ago").reply_to == "Bo");
  CHECK(head("Ann in reply to Bo • 2 hours ago").name == "Ann");
  CHECK(head("Ann → Bo • 2 hours ago").reply_to == "Bo");
  CHECK(head("Anna Antwort auf Bernd • vor 2 Tagen", "de").reply_to == "Bernd");
}

TEST_CASE("text behind the head is the comment's") {
  const CommentHead found = head("Ann says: I was there.");
  CHECK(found.name == "Ann");
  CHECK(found.text == "I was there.");
  const std::string long_text(300, 'x');
  CHECK(head("Ann says: é " + long_text).text == "é " + long_text);
}

TEST_CASE("prose heads nothing") {
  for (const char* line :
       {"He was right when he said that the talks would fail, as they did in the end.",
        "The minister says the budget for 2024 will be agreed upon by the end of the month.",
        "I could not agree more – pure fantasy.", "News of 31 October 2018:", "…"}) {
    CAPTURE(line);
    const HeadKind kind = head(line).kind;
    CHECK_FALSE(kind == HeadKind::kSays);
    CHECK_FALSE(kind == HeadKind::kNameDate);
  }
}

TEST_CASE("addresses of commenters are dropped") {
  CHECK(head("ann@example.org says:").name.empty());
  CHECK(head("Ann (192.0.2.1) • 2 hours ago").name == "Ann");
}
