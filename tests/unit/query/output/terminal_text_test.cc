#include "query/output/terminal_text.h"

#include <doctest/doctest.h>

#include <random>

#include "core/text/utf8.h"

namespace postil::query {
namespace {

bool is_safe(std::string_view text) {
  if (!text::is_valid_utf8(text)) return false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_code_point(text, at);
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return false;
    if ((c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)) return false;
  }
  return true;
}

TEST_CASE("escape sequences lose what makes them act") {
  CHECK(terminal_text("a\x1b[31mb") == "a␛[31mb");
  CHECK(terminal_text("a\u009b31mb") == "a\uFFFD31mb");
  CHECK(terminal_text("\x1b]0;owned\x07") == "␛]0;owned␇");
  CHECK(terminal_text("a\x7f") == "a␡");
  CHECK(terminal_text("back\b\b\bfront") == "back␈␈␈front");
}

TEST_CASE("a raw C1 byte is ill-formed and does not pass") {
  CHECK(terminal_text("a\x9b"
                      "31m") == "a\uFFFD31m");
}

TEST_CASE("line breaks and tabs of any kind become spaces") {
  CHECK(terminal_text("a\tb\nc\rd\u0085e\u2028f\u2029g") == "a b c d e f g");
}

TEST_CASE("lines are kept where lines are wanted, and nothing else is") {
  CHECK(terminal_lines("a\nb\x1b[0m\r\n") == "a\nb␛[0m\n");
  CHECK(terminal_lines("a\rb\r\r\n") == "a b \n");
}

TEST_CASE("hidden directions are dropped, letters and joiners of their scripts stay") {
  CHECK(terminal_text("a\u202Eb\u2066c\u2069\u202C") == "abc");
  CHECK(terminal_text("שלום مرحبا") == "שלום مرحبا");
  CHECK(terminal_text("می\u200Cخواهم") == "می\u200Cخواهم");
}

TEST_CASE("random bytes come out safe, and safe text comes out as it was") {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 0; i < 40; ++i) {
      // Often pieces of sequences that act.
      static constexpr std::string_view kPieces[] = {"\x1b[", "\xc2\x9b", "\xe2\x80\xae", "\xe2",
                                                     "ж",     "\x00",     "語",           "]0;"};
      if (random() % 2 == 0) {
        bytes += kPieces[random() % std::size(kPieces)];
      } else {
        bytes += static_cast<char>(random());
      }
    }
    const std::string safe = terminal_text(bytes);
    REQUIRE(is_safe(safe));
    REQUIRE(terminal_text(safe) == safe);
  }
}

TEST_CASE("width counts columns, not bytes or code points") {
  CHECK(columns("treaty") == 6);
  CHECK(columns("Zoë") == 3);
  CHECK(columns("Zoe\u0308") == 3);
  CHECK(columns("停戦") == 4);
  CHECK(columns("ＮＡＴＯ") == 8);
  CHECK(columns("สวัสดี") == 4);
  CHECK(columns("שָׁלוֹם") == 4);
  CHECK(columns("한국") == 4);
  CHECK(columns("\u1112\u1161\u11ab") == 2);
  CHECK(columns("a\u200Bb") == 2);
}

TEST_CASE("cutting keeps within the width and says so") {
  CHECK(cut_to("treaty", 6) == "treaty");
  CHECK(cut_to("treaties", 6) == "treat…");
  CHECK(cut_to("停戦交渉", 8) == "停戦交渉");
  CHECK(cut_to("停戦交渉", 7) == "停戦交…");
  CHECK(cut_to("停戦交渉", 6) == "停戦…");
  CHECK(cut_to("", 1).empty());
  CHECK(cut_to("ab", 1) == "…");
}

}  // namespace
}  // namespace postil::query
