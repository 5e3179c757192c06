#include "core/text/stem.h"

#include <doctest/doctest.h>

using postil::text::Stemmer;

namespace {

std::string stem(Stemmer& stemmer, const char* word) { return std::string(stemmer.stem(word)); }

}  // namespace

TEST_CASE("forms of a word share a stem in their language") {
  Stemmer english("en");
  CHECK(stem(english, "talks") == stem(english, "talk"));
  CHECK(stem(english, "talked") == stem(english, "talk"));
  CHECK(stem(english, "ukraine's") == stem(english, "ukraine"));
  Stemmer russian("ru");
  CHECK(stem(russian, "переговоры") == stem(russian, "переговоров"));
}

TEST_CASE("a language without a stemmer keeps words as they are") {
  CHECK_FALSE(postil::text::has_stemmer("pl"));
  CHECK_FALSE(postil::text::has_stemmer(""));
  CHECK_FALSE(postil::text::has_stemmer("../en"));
  CHECK(Stemmer("pl").stem("rozmowy") == "rozmowy");
  CHECK(Stemmer("").stem("talks") == "talks");
}

TEST_CASE("words that share a stem share its beginning") {
  using postil::text::stem_beginning;
  Stemmer english("en");
  CHECK(stem(english, "dying") == stem(english, "die"));
  CHECK(stem_beginning("dying", "en") == "d");
  CHECK(stem_beginning("переговоры", "ru") == "п");
  Stemmer indonesian("id");
  CHECK(stem(indonesian, "berbicara") == stem(indonesian, "bicara"));
  CHECK(stem_beginning("berbicara", "id").empty());
  CHECK(stem_beginning("", "en").empty());
}
