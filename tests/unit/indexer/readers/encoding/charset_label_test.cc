#include "indexer/readers/encoding/charset_label.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/encoding/encoding.h"
#include "indexer/readers/encoding/text_stream.h"
#include "indexer/readers/encoding/transfer.h"
#include "indexer/readers/source.h"

using namespace postil::index;

namespace {

std::string declaration;

// What a stream, a page and a mail make of the same bytes, declared alike.
std::string streamed(const std::string& bytes, const std::string& label) {
  declaration = label;
  Source source = Source::of_memory("a.xml", bytes);
  TextStream stream(source, [](std::string_view /*head*/) { return declaration; });
  std::string text;
  for (auto more = stream.more(text); more && *more; more = stream.more(text)) {
  }
  return text;
}

}  // namespace

TEST_CASE("labels mean what the web means by them") {
  CHECK(encoding_named(" ISO-8859-1\n") == "windows-1252");
  CHECK(encoding_named("l1") == "windows-1252");
  CHECK(encoding_named("Latin5") == "windows-1254");
  CHECK(encoding_named("x-sjis") == "windows-31j");
  CHECK(encoding_named("ks_c_5601-1987") == "windows-949");
  CHECK(encoding_named("iso-8859-8-i") == "iso-8859-8");
  CHECK(encoding_named("x-cp1251") == "windows-1251");
  CHECK(encoding_named("utf8") == "utf-8");
  CHECK(encoding_named("UTF-16LE") == "utf-16");
  CHECK(encoding_named("cp437") == "cp437");  // which only ICU knows
  CHECK(encoding_named("ebcdic-cp-us").empty());
  CHECK(encoding_named("none such").empty());
  CHECK(encoding_named("").empty());
}

TEST_CASE("a label means the same in a page, a feed and a mail") {
  struct Case {
    std::string label, bytes, text;
  };
  const Case cases[] = {
      {"latin1", "caf\xE9 \x93so\x94 ", "café “so” "},
      {"cp819", "caf\xE9 \x93so\x94 ", "café “so” "},
      {"latin5",
       "\xDDstanbul\x92"
       "da \xFEu ",
       "İstanbul’da şu "},
      {"iso88599",
       "\xDDstanbul\x92"
       "da \xFEu ",
       "İstanbul’da şu "},
      {"koi8", "\xED\xC9\xD2 \xC9 \xCD\xC9\xD2 ", "Мир и мир "},
      {"x-cp1251", "\xCC\xE8\xF0 \xE8 \xEC\xE8\xF0 ", "Мир и мир "},
      {"shift_jis", "\x87\x40 \x95\xBD\x98\x61 ", "① 平和 "},
      {"gb2312", "\xBA\xCD\xC6\xBD \x95\xFE ", "和平 會 "},
      {"euc-kr", "\xC6\xF2\xC8\xAD \x8C\x63 ", "평화 똠 "},
      {"big5", "\xA9\x4D\xA5\xAD ", "和平 "},
  };
  for (const Case& one : cases) {
    CAPTURE(one.label);
    CHECK(decode(one.bytes, one.label).text == one.text);
    CHECK(streamed(one.bytes, one.label) == one.text);
    CHECK(text_in_charset(one.bytes, one.label) == one.text);
  }
}
