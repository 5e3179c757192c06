#include "core/text/function_words.h"

#include <doctest/doctest.h>

#include "core/text/fold.h"

namespace postil::text {
namespace {

TEST_CASE("function words are those of their own language") {
  CHECK(is_function_word("the", "en"));
  CHECK(is_function_word("how", "en"));
  CHECK(is_function_word("die", "de"));
  CHECK(is_function_word("почему", "ru"));
  CHECK_FALSE(is_function_word("die", "en"));
  CHECK_FALSE(is_function_word("the", "de"));
  CHECK_FALSE(is_function_word("the", "ja"));
}

TEST_CASE("function words are asked for as folding leaves them") {
  CHECK(is_function_word(fold("Für"), "de"));
  CHECK(is_function_word(fold("où"), "fr"));
  CHECK(is_function_word(fold("için"), "tr"));
  CHECK(is_function_word(fold("Її"), "uk"));
}

TEST_CASE("a piece of a function word is none") {
  CHECK_FALSE(is_function_word("th", "en"));
  CHECK_FALSE(is_function_word("ourselve", "en"));
  CHECK_FALSE(is_function_word("he her", "en"));  // neighbours in the list
  CHECK_FALSE(is_function_word("", "en"));
  CHECK_FALSE(is_function_word(" ", "en"));
}

}  // namespace
}  // namespace postil::text
