#include "query/parse/scope.h"

#include <doctest/doctest.h>

#include <string>

namespace postil::query {
namespace {

TEST_CASE("a slip of the hand is near to the name that was meant") {
  CHECK(nearest_name("autor") == "author");
  CHECK(nearest_name("AUTHR") == "author");
  CHECK(nearest_name("titel") == "title");
  CHECK(nearest_name("coment") == "comment");
  CHECK(nearest_name("langauge") == "language");
  CHECK(nearest_name("snice") == "since");
  CHECK(nearest_name("yer") == "year");
}

TEST_CASE("names of other programs lead to ours") {
  CHECK(nearest_name("headline") == "title");
  CHECK(nearest_name("before") == "until");
  CHECK(nearest_name("Published") == "date");
}

TEST_CASE("what is near to nothing is told so") {
  CHECK(nearest_name("foo").empty());
  CHECK(nearest_name("x").empty());
  CHECK(nearest_name("mailto").empty());
  CHECK(nearest_name(std::string(100'000, 'a')).empty());
}

TEST_CASE("every suggested name is one") {
  for (const char* name : {"after", "from", "to", "path", "type", "user", "kidn", "untill"}) {
    const auto nearest = nearest_name(name);
    CAPTURE(name);
    CHECK((nearest.empty() || find_scope(nearest).has_value()));
  }
}

TEST_CASE("fields of few values take no others") {
  using schema::FieldId;
  CHECK_FALSE(check_value(FieldId::kKind, "Comment"));
  CHECK(check_value(FieldId::kKind, "comments"));
  CHECK_FALSE(check_value(FieldId::kYear, "2022"));
  CHECK(check_value(FieldId::kYear, "22"));
  CHECK_FALSE(check_value(FieldId::kLang, "zh-Hant"));
  CHECK(check_value(FieldId::kLang, "English"));
  CHECK_FALSE(check_value(FieldId::kTag, "anything at all"));
}

}  // namespace
}  // namespace postil::query
