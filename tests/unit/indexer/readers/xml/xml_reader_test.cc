#include "indexer/readers/xml/xml_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "core/text/utf8.h"
#include "indexer/readers/source.h"

namespace postil::index {
namespace {

// "<name attr=value>", "text", "</name>" of each event; pieces of a text are joined.
std::string events(std::string xml, std::uint64_t* faults = nullptr) {
  Source source = Source::of_memory("file.xml", std::move(xml));
  XmlReader reader(source);
  std::string told;
  for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
    if (event == XmlReader::Event::kText) {
      told += reader.text();
      continue;
    }
    told += event == XmlReader::Event::kStart ? "<" : "</";
    told += reader.local();
    if (!reader.space().empty()) told += "{" + std::string(reader.space()) + "}";
    if (event == XmlReader::Event::kStart) {
      for (const XmlAttribute& each : reader.attributes()) {
        told += " " + each.local + "=" + each.value;
      }
    }
    told += ">";
  }
  if (faults != nullptr) *faults = reader.faults();
  return told;
}

TEST_SUITE("xml_reader") {
  TEST_CASE("well-formed XML gives its elements and its text") {
    std::uint64_t faults = 0;
    CHECK(
        events("<?xml version='1.0'?>\n<!-- c --><a x=\"1 &amp; 2\"><b/>t&#233;<![CDATA[<i>&amp;]]>"
               "</a>\n",
               &faults) == "<a x=1 & 2><b></b>té<i>&amp;</a>");
    CHECK(faults == 0);
  }

  TEST_CASE("namespaces are those in scope") {
    CHECK(events("<a xmlns='u:1' xmlns:p='u:2'><p:b/><c xmlns='u:3'/><d/></a>") ==
          "<a{u:1} xmlns=u:1 p=u:2><b{u:2}></b{u:2}><c{u:3} xmlns=u:3></c{u:3}>"
          "<d{u:1}></d{u:1}></a{u:1}>");
    CHECK(events("<x:a/>") == "<a></a>");
  }

  TEST_CASE("an end tag closes what it names and what stands open in it") {
    std::uint64_t faults = 0;
    CHECK(events("<a><t>x<br>y</t><u>z</u></a>", &faults) == "<a><t>x<br>y</br></t><u>z</u></a>");
    CHECK(faults == 1);
    CHECK(events("<a>x</b></a>", &faults) == "<a>x</a>");
    CHECK(faults == 1);
    CHECK(events("<a><b>x", &faults) == "<a><b>x</b></a>");
    CHECK(faults == 1);
  }

  TEST_CASE("a colon at an end of a name belongs to it, and parts no prefix from it") {
    std::uint64_t faults = 0;
    CHECK(events("<a><:b></:b></a>", &faults) == "<a><:b></:b></a>");
    CHECK(faults == 0);
    CHECK(events("<a><:b>x</b></:b><b:>y</b:></a>") == "<a><:b>x</:b><b:>y</b:></a>");
    CHECK(events("<:b/></:b></::b>", &faults) == "<:b></:b>");
    CHECK(faults == 2);
    CHECK(events("<:><::c :d=1></::c></:>") == "<:><::c :d=1></::c></:>");
  }

  TEST_CASE("signs that begin nothing are text") {
    std::uint64_t faults = 0;
    CHECK(events("<a>AT&T, 1 < 2 <3 &unknown; &copy;</a>", &faults) ==
          "<a>AT&T, 1 < 2 <3 &unknown; ©</a>");
    CHECK(faults == 4);
    CHECK(events("<a href=x?a=1&b=2 c>t</a>") == "<a href=x?a=1&b=2 c=>t</a>");
  }

  TEST_CASE("an entity stands for its text and is never expanded further") {
    std::string bomb = "<!DOCTYPE a [<!ENTITY l0 \"lol\">";
    for (int i = 1; i < 10; ++i) {
      bomb += "<!ENTITY l" + std::to_string(i) + " \"";
      for (int k = 0; k < 10; ++k) bomb += "&l" + std::to_string(i - 1) + ";";
      bomb += "\">";
    }
    bomb += "]><a>&l0;&l9;</a>";
    CHECK(events(bomb) == "<a>lol&l8;&l8;&l8;&l8;&l8;&l8;&l8;&l8;&l8;&l8;</a>");
    CHECK(events("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\"><!-- ]> -->]><a>&e;</a>") ==
          "<a>&e;</a>");
    CHECK(events("<!DOCTYPE a [<!ENTITY n \"r&#233;\">]><a b='&n;'>&n;</a>") == "<a b=ré>ré</a>");
    CHECK(events("<!DOCTYPE rss PUBLIC \"x\" \"y.dtd\"><a/>") == "<a></a>");
  }

  TEST_CASE("depth is bounded, and the text below is kept") {
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<a>";
    deep += "x";
    for (int i = 0; i < 100000; ++i) deep += "</a>";
    const std::string told = events("<r>" + deep + "<b>y</b></r>");
    CHECK(told.find('x') != std::string::npos);
    CHECK(told.size() < XmlReader::kDeepest * 10);
  }

  TEST_CASE("pieces of any size make the same document") {
    // The source is read by pieces of 64 KiB, whose borders fall anywhere in this.
    std::string xml = "<a>";
    std::string expected = "<a>";
    for (int i = 0; i < 20000; ++i) {
      const std::string number = std::to_string(i);
      xml += "<i n=\"" + number + "\">é&amp;\r\n<![CDATA[]] >]]></i>";
      expected += "<i n=" + number + ">é&\n]] ></i>";
    }
    CHECK(events(xml + "</a>") == expected + "</a>");
  }

  TEST_CASE("no piece of a text ends inside of a character") {
    std::string xml = "<a><![CDATA[";
    for (int i = 0; i < 50000; ++i) xml += "€]";
    Source source = Source::of_memory("x.xml", xml + "]]></a>");
    XmlReader reader(source);
    std::size_t bytes = 0;
    for (auto event = reader.next(); event != XmlReader::Event::kDone; event = reader.next()) {
      if (event != XmlReader::Event::kText) continue;
      REQUIRE(text::is_valid_utf8(reader.text()));
      bytes += reader.text().size();
    }
    CHECK(bytes == 50000 * std::string_view("€]").size());
  }

  TEST_CASE("the encoding is what the document declares, unless its bytes contradict") {
    CHECK(events("<?xml version='1.0' encoding='ISO-8859-1'?><a>caf\xE9 \x93q\x94</a>") ==
          "<a>café “q”</a>");
    CHECK(events("<?xml version='1.0' encoding='koi8-r'?><a>\xED\xC9\xD2</a>") == "<a>Мир</a>");
    CHECK(events("<?xml version='1.0' encoding='iso-8859-1'?><a>два</a>") == "<a>два</a>");
    CHECK(events("<?xml version='1.0' encoding='utf-8'?><a>caf\xE9 na\xEFve</a>") ==
          "<a>café naïve</a>");
    const std::string narrow = "<?xml version='1.0' encoding='utf-16'?><a>wide</a>";
    std::string wide = "\xFF\xFE";
    for (const char c : narrow) wide += std::string{c, '\0'};
    CHECK(events(wide) == "<a>wide</a>");
    CHECK(events(narrow) == "<a>wide</a>");
  }

  TEST_CASE("an element is read whole, as text or as markup") {
    Source source = Source::of_memory(
        "file.xml", "<a><b>x<i>y</i></b><c>1 &lt; 2<br/><h:em t='\"'>z</h:em></c><d>u</d></a>");
    XmlReader reader(source);
    reader.next();
    reader.next();
    CHECK(reader.read_text() == "xy");
    reader.next();
    CHECK(reader.read_markup() == "1 &lt; 2<br></br><em t=\"&quot;\">z</em>");
    reader.next();
    CHECK(reader.local() == "d");
    reader.skip();
    CHECK(reader.next() == XmlReader::Event::kEnd);
    CHECK(reader.next() == XmlReader::Event::kDone);
  }
}

}  // namespace
}  // namespace postil::index
