#include "core/text/ascii.h"

#include <doctest/doctest.h>

using namespace postil;

TEST_CASE("only letters of ASCII become small") {
  CHECK(text::lower("UTF-8 [Ä] Zz@") == "utf-8 [Ä] zz@");
  CHECK(text::lower("").empty());
}

TEST_CASE("hexadecimal digits are read one by one and in pairs") {
  CHECK(text::hex_digit('7') == 7);
  CHECK(text::hex_digit('a') == 10);
  CHECK(text::hex_digit('F') == 15);
  for (const char c : {'g', 'G', '/', ':', '@', '`', '\0', '\xC3'}) CHECK(text::hex_digit(c) == -1);
  CHECK(text::hex_byte("%e4", 1) == 0xE4);
  CHECK(text::hex_byte("%eg", 1) == -1);
  CHECK(text::hex_byte("%e", 1) == -1);
  CHECK(text::hex_byte("", 0) == -1);
}
