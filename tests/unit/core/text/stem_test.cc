#include "core/text/stem.h"

#include <doctest/doctest.h>

using postil::text::Stemmer;

TEST_CASE("forms of a word share a stem in their language") {
  Stemmer english("en");
  const std::string talk(english.stem("talk"));
  CHECK(english.stem("talks") == talk);
  CHECK(english.stem("talked") == talk);
  CHECK(english.stem("ukraine's") == std::string(english.stem("ukraine")));
  Stemmer russian("ru");
  CHECK(std::string(russian.stem("переговоры")) == russian.stem("переговоров"));
}

TEST_CASE("a language without a stemmer keeps words as they are") {
  CHECK_FALSE(postil::text::has_stemmer("uk"));
  CHECK_FALSE(postil::text::has_stemmer(""));
  CHECK_FALSE(postil::text::has_stemmer("../en"));
  CHECK(Stemmer("uk").stem("переговори") == "переговори");
  CHECK(Stemmer("").stem("talks") == "talks");
}
