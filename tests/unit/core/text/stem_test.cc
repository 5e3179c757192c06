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

TEST_CASE("words that share a stem share its beginning") {
  using postil::text::stem_beginning;
  Stemmer english("en");
  CHECK(std::string(english.stem("dying")) == english.stem("die"));
  CHECK(stem_beginning("dying", "en") == "d");
  CHECK(stem_beginning("переговоры", "ru") == "п");
  Stemmer indonesian("id");
  CHECK(std::string(indonesian.stem("berbicara")) == indonesian.stem("bicara"));
  CHECK(stem_beginning("berbicara", "id").empty());
  CHECK(stem_beginning("", "en").empty());
}
