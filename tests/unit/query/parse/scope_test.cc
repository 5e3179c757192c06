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
  const auto takes = [](FieldId field, std::string_view value) {
    return std::holds_alternative<std::string>(read_value(field, value));
  };
  CHECK(takes(FieldId::kKind, "Comment"));
  CHECK_FALSE(takes(FieldId::kKind, "comments"));
  CHECK(takes(FieldId::kYear, "2022"));
  CHECK_FALSE(takes(FieldId::kYear, "22"));
  CHECK(takes(FieldId::kLang, "zh-Hant"));
  CHECK_FALSE(takes(FieldId::kLang, "Klingonish"));
  CHECK(takes(FieldId::kTag, "anything at all"));
}

TEST_CASE("a language is named by its code, its name or its name for itself") {
  const auto code = [](std::string_view value) {
    return std::get<std::string>(read_value(schema::FieldId::kLang, value));
  };
  for (const char* german : {"de", "DE", "deu", "de-AT", "German", "Deutsch"}) {
    CAPTURE(german);
    CHECK(code(german) == "de");
  }
  CHECK(std::get<std::string>(read_value(schema::FieldId::kTag, "German")) == "German");
}

}  // namespace
}  // namespace postil::query
