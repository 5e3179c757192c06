#include "core/text/scripts.h"

#include <doctest/doctest.h>

using postil::text::is_unspaced;

TEST_CASE("scripts without spaces between words are known") {
  for (const char* text : {"和平", "再開", "カナ", "เรือ", "ເຮືອ", "កាណូត", "လှေ", "NATO条约"}) {
    CHECK(is_unspaced(text));
  }
  for (const char* text : {"", "peace-talks", "Straße", "мир", "سلام", "나룻배", "नाव"}) {
    CHECK_FALSE(is_unspaced(text));
  }
}
