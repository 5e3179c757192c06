#include "core/base/date.h"

#include <doctest/doctest.h>

using postil::PartialDate;

TEST_CASE("a partial date reads back what it prints") {
  for (const char* text :
       {"2024", "2024-03", "2024-03-20", "0001-01-01", "9999-12-31", "2024-02-29"}) {
    const auto date = postil::parse_partial_date(text);
    REQUIRE(date.has_value());
    CHECK(postil::to_string(*date) == text);
  }
}

TEST_CASE("what is no date is refused") {
  for (const char* text :
       {"", "24", "2024-", "2024-3", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "2024-03-",
        "2024-03-20 ", "2024-03-20T10:00", "20240320", "-024", "0000"}) {
    CAPTURE(text);
    CHECK_FALSE(postil::parse_partial_date(text).has_value());
  }
}

TEST_CASE("a partial date spans all the days that it may mean") {
  const PartialDate february{2024, 2, 0};
  CHECK(postil::to_string(postil::first_day(february)) == "2024-02-01");
  CHECK(postil::to_string(postil::last_day(february)) == "2024-02-29");
  CHECK(postil::to_string(postil::last_day({1900, 2, 0})) == "1900-02-28");
  CHECK(postil::to_string(postil::last_day({2024, 0, 0})) == "2024-12-31");
}

TEST_CASE("going back keeps to days that exist") {
  CHECK(postil::earlier({2024, 3, 31}, 0, 1, 0) == PartialDate{2024, 2, 29});
  CHECK(postil::earlier({2024, 2, 29}, 1, 0, 0) == PartialDate{2023, 2, 28});
  CHECK(postil::earlier({2024, 1, 1}, 0, 0, 1) == PartialDate{2023, 12, 31});
  CHECK(postil::earlier({2024, 1, 1}, 5000, 0, 0) == PartialDate{1, 1, 1});
}
