#include "indexer/readers/encoding/transfer.h"

#include <doctest/doctest.h>

using namespace postil::index;

TEST_CASE("transfer encodings are undone, broken ones as far as they go") {
  CHECK(decode_base64("SGVs\r\nbG8=") == "Hello");
  CHECK(decode_base64("@@@@=====\r\nSGVsbG8") == "Hello");
  CHECK(decode_quoted_printable("a=3Db=\r\nc = d") == "a=bc = d");
  CHECK(decode_quoted_printable("=ZZ=4=\r\n=C3") == "=ZZ=4\xC3");
  CHECK(decode_percent("Gr%C3%BC%c3%9f%e 50%") == "Gr\xC3\xBC\xC3\x9F%e 50%");
}

TEST_CASE("a charset is known by its name, and guessed without one that is known") {
  CHECK(text_in_charset("\xCF\xF0\xE8", "Windows-1251 ") == "При");
  CHECK(text_in_charset("a\r\nb", "us-ascii") == "a\nb");
  CHECK(text_in_charset("Gr\xC3\xBC\xC3\x9F", "no-such-charset") == "Grüß");
}
