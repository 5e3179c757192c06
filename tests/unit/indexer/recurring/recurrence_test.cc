#include "indexer/recurring/recurrence.h"

#include <doctest/doctest.h>

#include "indexer/recurring/guess.h"

namespace postil::index {
namespace {

bool has_key(std::string_view text) { return paragraph_key(1, text).has_value(); }

TEST_CASE("only what may be furniture has a key") {
  CHECK(has_key("If you have read this far, please think of becoming a member."));
  CHECK(has_key("Contact: Ann Lee, 202/555-0134"));
  CHECK(has_key("Write to us: letters@courier.example"));
  CHECK(has_key("Если вы дочитали до этого места, подумайте о том, чтобы нас поддержать."));
  CHECK(has_key("หากคุณอ่านมาถึงตรงนี้แล้วโปรดพิจารณาสนับสนุนหนังสือพิมพ์ของเราด้วยเงิน"));

  CHECK_FALSE(has_key(""));
  CHECK_FALSE(has_key("To be continued"));
  CHECK_FALSE(has_key("Thank you, and good night."));
  CHECK_FALSE(has_key("What comes next, and for whom?"));
  CHECK_FALSE(has_key("“We hold these truths to be self-evident, that all men are equal.”"));
  CHECK_FALSE(has_key("The text of the letter that was sent to the minister follows:"));
  CHECK_FALSE(has_key("7 of 9"));
}

TEST_CASE("a paragraph is known again in its group, whatever its case") {
  const std::string text = "If you have read this far, please think of becoming a member.";
  const std::string shouted = "IF YOU HAVE READ THIS FAR, PLEASE THINK OF BECOMING A MEMBER.";
  CHECK(paragraph_key(1, text) == paragraph_key(1, shouted));
  CHECK(paragraph_key(1, text) != paragraph_key(2, text));
  CHECK(paragraph_key(1, text) != paragraph_key(1, text + " Or two."));
  CHECK(group_of("The Courier", "a") == group_of("THE COURIER", "b"));
  CHECK(group_of("", "a") != group_of("", "b"));
}

TEST_CASE("what a record tells is read back from its bytes") {
  Recurrence made;
  made.group = group_of("", "a");
  made.kin = 0xfedcba98;
  made.paragraphs = {{0x123456789abc, 0, true, Fate::kNote},
                     {0xffffffffffff, 7, false, Fate::kBody},
                     {0, 300, true, Fate::kFurniture, 4711}};
  const std::string bytes = encode(made);
  const auto read = decode_recurrence(bytes);
  REQUIRE(read);
  CHECK(read->group == made.group);
  CHECK(read->kin == made.kin);
  REQUIRE(read->paragraphs.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(read->paragraphs[i].key == made.paragraphs[i].key);
    CHECK(read->paragraphs[i].index == made.paragraphs[i].index);
    CHECK(read->paragraphs[i].at_edge == made.paragraphs[i].at_edge);
    CHECK(read->paragraphs[i].fate == made.paragraphs[i].fate);
    CHECK(read->paragraphs[i].page == made.paragraphs[i].page);
  }
  CHECK_FALSE(decode_recurrence(""));
  CHECK_FALSE(decode_recurrence(bytes.substr(0, bytes.size() - 1)));
}

TEST_CASE("the threshold grows with the group, and rarely changes") {
  CHECK(recurrence_threshold(0) == kLeastRecurrence);
  CHECK(recurrence_threshold(256) == 5);
  CHECK(recurrence_threshold(511) == 5);
  CHECK(recurrence_threshold(512) == 10);
  CHECK(recurrence_threshold(1023) == 10);
  CHECK(recurrence_threshold(70'000) == 1310);
}

TEST_CASE("copies of one article do not make its paragraphs furniture") {
  RecurrenceCount copies(100);
  for (int i = 0; i < 50; ++i) copies.add(7, true);
  CHECK_FALSE(copies.is_furniture());
  RecurrenceCount articles(100);
  for (std::uint32_t i = 0; i < 4; ++i) articles.add(i, true);
  CHECK_FALSE(articles.is_furniture());
  articles.add(4, true);
  CHECK(articles.is_furniture());
}

TEST_CASE("in the middle of articles a paragraph must recur more often") {
  RecurrenceCount count(100);
  for (std::uint32_t i = 0; i < 19; ++i) count.add(i, false);
  CHECK_FALSE(count.is_furniture());
  count.add(19, false);
  CHECK(count.is_furniture());
  CHECK_FALSE(is_at_edge("An appeal.", 2, 20));
  CHECK_FALSE(is_at_edge("An appeal.", 16, 20));
  CHECK(is_at_edge("An appeal.", 17, 20));
}

TEST_CASE("how articles begin alike is no furniture, an address above them is") {
  const char* lead = "Senator Lee announced today that funding for fire companies was approved.";
  CHECK_FALSE(is_at_edge(lead, 0, 20));
  CHECK_FALSE(is_at_edge(lead, 1, 20));
  CHECK_FALSE(is_at_edge(lead, 0, 1));
  CHECK(is_at_edge("An appeal.", 1, 2));  // the end of a short article
  CHECK(is_at_edge("Contact: Ann Lee, 202/555-0134", 0, 20));
  CHECK(is_at_edge("Write to us: letters@courier.example", 1, 20));
}

TEST_CASE("a guess is made of what was met often") {
  RecurrenceGuess guess;
  int met = 0;
  while (!guess.meet(0x123456789abc)) ++met;
  CHECK(met == 32);
  CHECK_FALSE(guess.meet(0xabcdef));
}

}  // namespace
}  // namespace postil::index
