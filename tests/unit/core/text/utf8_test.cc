#include "core/text/utf8.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace postil::text;

TEST_CASE("ill-formed UTF-8 is told from well-formed") {
  CHECK(is_valid_utf8("Zürich – Київ 和平 🕊"));
  for (const char* bad :
       {"\x80", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\xFF"}) {
    CHECK_FALSE(is_valid_utf8(bad));
    std::size_t replaced = 0;
    CHECK(is_valid_utf8(to_valid_utf8(bad, &replaced)));
    CHECK(replaced > 0);
  }
}

TEST_CASE("what is well-formed stays as it is") {
  std::size_t replaced = 1;
  CHECK(to_valid_utf8("Erdoğan ’22", &replaced) == "Erdoğan ’22");
  CHECK(replaced == 0);
}

TEST_CASE("code points are counted and cut at their borders") {
  CHECK(count_code_points("Київ") == 4);
  CHECK(floor_boundary("Київ", 3) == 2);
  CHECK(floor_boundary("Київ", 4) == 4);
  CHECK(floor_boundary("Київ", 99) == 8);
}

TEST_CASE("white space is that of Unicode") {
  CHECK(trim("\u00A0\u3000 peace talks\u2003\n") == "peace talks");
  CHECK(trim(" \t ").empty());
  CHECK(squeeze("  peace\u00A0\n talks ") == "peace talks");
}

TEST_CASE("pieces of eight bytes give what single bytes give") {
  // Letters, white space and sequences of every length at every distance from a piece's border.
  const std::string parts[] = {"a",    "word", " ", "  ",   "\t",    "\n",
                               "\x01", "é",    "—", "🕊", "\u00A0"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    std::string squeezed;
    std::size_t points = 0;
    bool ascii = true;
    bool space = false;
    // Half of them as text is: words and single spaces, with something else here and there.
    const std::size_t rare = round % 2 == 0 ? 1 : 8;
    for (std::size_t i = random() % 48; i > 0; --i) {
      const std::size_t kinds = random() % rare == 0 ? std::size(parts) : 3;
      const std::string& part = parts[random() % kinds];
      text += part;
      points += part == "word" ? 4 : part == "  " ? 2 : 1;
      ascii = ascii && static_cast<unsigned char>(part[0]) < 0x80;
      if (trim(part).empty()) {
        space = true;
        continue;
      }
      if (space && !squeezed.empty()) squeezed += ' ';
      squeezed += part;
      space = false;
    }
    CAPTURE(text);
    CHECK(squeeze(text) == squeezed);
    CHECK(count_code_points(text) == points);
    CHECK(is_ascii(text) == ascii);
    CHECK(is_valid_utf8(text));
    CHECK_FALSE(is_valid_utf8(text + "\xC3"));
    CHECK(to_valid_utf8(text) == text);
  }
}
