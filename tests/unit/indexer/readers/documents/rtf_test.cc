#include "indexer/readers/documents/rtf.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil;
using namespace postil::index;

namespace {

std::string text_of(const std::string& rtf) {
  const Collected read = read_with(kRtfReader, rtf);
  std::string all;
  for (const RawArticle& article : read.articles) {
    for (const Paragraph& paragraph : std::get<MarkedBody>(article.content).paragraphs) {
      all += paragraph.text + "|";
    }
  }
  return all;
}

}  // namespace

TEST_CASE("paragraphs, symbols and groups of RTF") {
  CHECK(text_of("{\\rtf1\\ansi One {\\b two}.\\par Three\\emdash four\\line five.\\par}") ==
        "One two.|Three\xE2\x80\x94"
        "four five.|");
  CHECK(text_of("{\\rtf1 a\\{b\\}c\\\\d\\~e}") == "a{b}c\\d e|");
  CHECK(text_of("{\\rtf1 One\\cell Two\\cell\\row}") == "One|Two|");
}

TEST_CASE("letters by codepage, by font and by Unicode") {
  CHECK(text_of("{\\rtf1\\ansi caf\\'e9}") == "caf\xC3\xA9|");
  CHECK(text_of("{\\rtf1\\ansi\\ansicpg1251 \\'cc\\'e8\\'f0}") == "\xD0\x9C\xD0\xB8\xD1\x80|");
  CHECK(text_of("{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}"
                "\\f1 \\'cc\\'e8\\'f0 \\f0 \\'e9}") == "\xD0\x9C\xD0\xB8\xD1\x80 \xC3\xA9|");
  CHECK(text_of("{\\rtf1\\uc1 \\u1052?\\u1080?\\u1088?}") == "\xD0\x9C\xD0\xB8\xD1\x80|");
  CHECK(text_of("{\\rtf1\\uc1 \\u-10179?\\u-8704?}") == "\xF0\x9F\x98\x80|");
  CHECK(text_of("{\\rtf1\\uc0 a\\u233 b}") ==
        "a\xC3\xA9"
        "b|");
}

TEST_CASE("what is not the text is left out, notes follow it") {
  CHECK(text_of("{\\rtf1{\\stylesheet{\\s0 Normal;}}{\\*\\unknown junk}{\\pict 89504e47}"
                "{\\header head}{\\v hidden}Text{\\footnote A note.} on.\\par}") ==
        "Text on.|A note.|");
  CHECK(text_of("{\\rtf1{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt shown}}}") == "shown|");
  const Collected read =
      read_with(kRtfReader, "{\\rtf1{\\info{\\title The Talks}{\\author Ann Example}}Words.}");
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].declared.title == "The Talks");
  CHECK(read.articles[0].declared.authors == std::vector<std::string>{"Ann Example"});
}

TEST_CASE("broken RTF is read as far as it goes") {
  CHECK(text_of("{\\rtf1 open {{{{") == "open|");
  CHECK(text_of("{\\rtf1 a}}}}} b\\") == "a b|");
  CHECK(text_of("{\\rtf1 \\'zz\\'\\u99999999999 x\\bin99999999 y") != "never|");
  CHECK(read_with(kRtfReader, "{\\rtf1}").has("no-text"));
  const std::string deep(200'000, '{');
  CHECK(text_of("{\\rtf1 " + deep + "core") == "core|");
}
