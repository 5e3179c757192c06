#include "query/variants/transliterate.h"

#include <doctest/doctest.h>

#include <algorithm>

using postil::query::in_latin_letters;
using postil::query::kTellingLetters;

TEST_CASE("names in other scripts are written in Latin letters") {
  const auto forms = in_latin_letters("воронцовский", kTellingLetters);
  CHECK(std::find(forms.begin(), forms.end(), "vorontsovskiy") != forms.end());
  CHECK(std::find(forms.begin(), forms.end(), "vorontsovsky") != forms.end());
  CHECK_FALSE(in_latin_letters("παπαδοπουλος", kTellingLetters).empty());
}

TEST_CASE("short words and Latin ones are left alone") {
  CHECK(in_latin_letters("нет", kTellingLetters).empty());
  CHECK(in_latin_letters("kiev", kTellingLetters).empty());
  CHECK(in_latin_letters("köln", kTellingLetters).empty());
  CHECK(in_latin_letters("", kTellingLetters).empty());
}
