#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/schema/fields.h"
#include "core/schema/record.h"
#include "core/schema/stamp.h"
#include "core/schema/terms.h"
#include "core/schema/varint.h"
#include "tests/support/random.h"

using namespace postil;
using namespace postil::schema;
using postil::test::Random;

TEST_CASE("fields are found by name and alias in any case") {
  REQUIRE(find_field("Author") != nullptr);
  CHECK(find_field("Author")->id == FieldId::kAuthor);
  CHECK(find_field("BY")->id == FieldId::kAuthor);
  CHECK(find_field("") == nullptr);
  CHECK(find_field("auth") == nullptr);
  for (const Field& each : kFields) CHECK(&field(each.id) == &each);
}

TEST_CASE("every field says what it is for and shows an example that names it") {
  for (const Field& each : kFields) {
    CHECK_FALSE(each.description.empty());
    CHECK(each.example.find(std::string(each.name) + ":") == 0);
    CHECK(each.description.back() != '.');
  }
}

TEST_CASE("terms fit Xapian, and two long values stay two") {
  const std::string a(400, 'a');
  const std::string b = a + "b";
  CHECK(make_term("S", a).size() <= kMaxTermBytes);
  CHECK(make_term("S", a) != make_term("S", b));
  CHECK(make_term("", std::string(kMaxTermBytes, 'x')) == std::string(kMaxTermBytes, 'x'));
  CHECK(make_term("XA", "Roberts") == "XA:Roberts");
  CHECK(make_term("XA", "roberts") == "XAroberts");
  CHECK(value_term(field(FieldId::kAuthor), " Geoffrey  ROBERTS ") == "XAgeoffrey roberts");
  CHECK(stem_term(field(FieldId::kTitle), "talk") == "ZStalk");
}

TEST_CASE("numbers and days compare as the strings that stand for them") {
  CHECK(encode_number(255) < encode_number(256));
  CHECK(decode_number(encode_number(4000000000U)) == 4000000000U);
  CHECK(encode_day({2022, 3, 9}) == "20220309");
  CHECK(encode_day({899, 3, 9}) < encode_day({2022, 3, 9}));
  CHECK(decode_day("20220309") == PartialDate{2022, 3, 9});
  CHECK_FALSE(decode_day("2022030"));
  CHECK_FALSE(decode_day("20221309"));
}

TEST_CASE("facet values come back as they were") {
  const std::vector<std::string> values = {"Geoffrey Roberts", "", "Çağla;|\n"};
  const std::string bytes = encode_values(values);
  const auto views = decode_values(bytes);
  CHECK(std::vector<std::string>(views.begin(), views.end()) == values);
  CHECK(decode_values("\x05"
                      "ab")
            .empty());
}

TEST_CASE("what lies in a folder counts for each folder above it") {
  using Values = std::vector<std::string_view>;
  CHECK(folder_and_above("a/b c/d") == Values{"a/b c/d", "a/b c", "a"});
  CHECK(folder_and_above("").empty());
  const std::string bytes = encode_values({"a/b"});
  CHECK(counted_values(field(FieldId::kFolder), bytes) == Values{"a/b", "a"});
  CHECK(counted_values(field(FieldId::kTag), bytes) == Values{"a/b"});
  CHECK(counted_values(field(FieldId::kFolder), "").empty());
}

TEST_CASE("an article and a comment come back as they were stored") {
  Record article;
  article.id = "corpus/a.txt";
  article.path = "/tmp/a.txt";
  article.language = "en";
  article.published = PartialDate{2022, 3, 0};
  article.published_from = DateSource::kByline;
  article.words = 7;
  article.title = {"A title", 1};
  article.authors = {"One", "Two"};
  article.tags = {"t"};
  article.standfirst = {"Standing first", 131};
  article.author_note = {"Note", 900};
  article.furniture = {{FurnitureReason::kForm, "Leave a Reply"}};
  article.paragraphs = {{Zone::kHeading, {"Why?", 300}}, {Zone::kBody, {"Because.", 430}}};
  article.paragraphs[0].page = 3;
  article.paragraphs[1].page = 300;
  article.captured = PartialDate{2022, 4, 1};
  const std::string bytes = encode(article);
  const auto back = decode(bytes);
  REQUIRE(back.has_value());
  CHECK(encode(*back) == bytes);
  CHECK(back->paragraphs[1].body.text == "Because.");
  CHECK(back->paragraphs[1].body.first_position == 430);
  CHECK(back->paragraphs[0].page == 3);
  CHECK(back->paragraphs[1].page == 300);
  CHECK(back->captured == PartialDate{2022, 4, 1});
  CHECK(back->standfirst.first_position == 131);
  CHECK(back->furniture[0].text == "Leave a Reply");

  Record comment;
  comment.kind = Kind::kComment;
  comment.id = "corpus/a.txt#c2";
  comment.article_id = article.id;
  comment.number = 2;
  comment.parent = 1;
  comment.paragraphs = {{Zone::kComment, {"pure fantasy", 1}}};
  const std::string comment_bytes = encode(comment);
  const auto comment_back = decode(comment_bytes);
  REQUIRE(comment_back.has_value());
  CHECK(comment_back->parent == 1);
  CHECK(comment_back->commenter.empty());
  CHECK_FALSE(comment_back->published.has_value());
}

TEST_CASE("a damaged record is an error, never a crash") {
  Record article;
  article.id = "a";
  article.title = {"Title", 1};
  article.authors = {"One"};
  article.paragraphs = {{Zone::kBody, {"Text of it", 200}}};
  const std::string bytes = encode(article);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode(std::string_view(bytes).substr(0, size)).has_value());
  }
  Random random(11);
  for (int round = 0; round < 20000; ++round) {
    std::string broken = bytes;
    broken[random.below(broken.size())] = static_cast<char>(random.below(256));
    broken[random.below(broken.size())] = static_cast<char>(random.below(256));
    (void)decode(broken);
  }
}

TEST_CASE("only a database of this very make is accepted") {
  CHECK(check_stamp(current_stamp(), "db").has_value());
  const auto other = check_stamp("schema=0 analysis=1", "db");
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error().kind == ErrorKind::kIncompatible);
  CHECK(other.error().hint.find("--full") != std::string::npos);
  CHECK_FALSE(check_stamp("", "db").has_value());
}
