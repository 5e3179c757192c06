#include "indexer/readers/text/html_text.h"

#include <doctest/doctest.h>

#include <string>

#include "core/text/utf8.h"
#include "indexer/readers/html/entities.h"

using namespace postil::index;
using postil::schema::Zone;

TEST_CASE("paragraphs keep the zones that their tags name") {
  const auto paragraphs = html_to_paragraphs(
      "<h2>Head</h2><p>One <b>bold</b> &amp; plain.</p><blockquote><p>Said.</p></blockquote>"
      "<ul><li>first<li>second</ul><figure><img src='x' alt='A &quot;bridge&quot;'><figcaption>By "
      "day"
      "</figcaption></figure>tail");
  REQUIRE(paragraphs.size() == 8);
  CHECK(paragraphs[0].zone == Zone::kHeading);
  CHECK(paragraphs[1].zone == Zone::kBody);
  CHECK(paragraphs[1].text == "One bold & plain.");
  CHECK(paragraphs[2].zone == Zone::kQuote);
  CHECK(paragraphs[3].zone == Zone::kList);
  CHECK(paragraphs[4].text == "second");
  CHECK(paragraphs[5].text == "A \"bridge\"");
  CHECK(paragraphs[5].zone == Zone::kCaption);
  CHECK(paragraphs[6].text == "By day");
  CHECK(paragraphs[6].zone == Zone::kCaption);
  CHECK(paragraphs[7].zone == Zone::kBody);
}

TEST_CASE("scripts, styles and comments leave nothing behind") {
  CHECK(html_to_text(
            "a<script>if (x < 1) alert('</p>')</script>b<!-- no > no -->c<STYLE>p{}</Style >d") ==
        "abcd");
  CHECK(html_to_text("a<script src='x'/>b") == "ab");
  CHECK(html_to_text("before<script>never closed") == "before");
  CHECK(html_to_text("<!doctype html><?xml version='1'?>text") == "text");
  CHECK(html_to_text("a<!-- never closed").find('a') == 0);
}

TEST_CASE("one line break is a space and two are a paragraph") {
  CHECK(html_to_text("one<br>two<br/><br>three") == "one two\n\nthree");
  CHECK(html_to_text("<p>one<p>two</p></p>three") == "one\n\ntwo\n\nthree");
}

TEST_CASE("what is not a tag is text") {
  CHECK(html_to_text("1 < 2 and 3<4") == "1 < 2 and 3<4");
  CHECK(html_to_text("a <b and no end") == "a <b and no end");
  CHECK(html_to_text("a <p title=\"unclosed>b</p>c").find('c') != std::string::npos);
  CHECK(html_to_text("AT&T & co &unknown; &") == "AT&T & co &unknown; &");
}

TEST_CASE("a quote that is not closed damages no text behind it") {
  CHECK(html_to_text("<i id='x>a &amp; é&eacute;</i> b") == "a & éé b");
  const std::string torn = html_to_text("<i alt='é&amp;>é' id='x>a é b");
  CHECK(torn == "a é b");
  CHECK(html_to_text("c <i alt='é&amp;>é' d") == "c d");
}

TEST_CASE("tags that close themselves are empty, as in the XHTML of books") {
  CHECK(html_to_text("<title/>The <a id='p7'/>seventh <i/>page") == "The seventh page");
  CHECK(html_to_text("<svg><path/><path/></svg>one<br/>two<hr/>three") == "one two\n\nthree");
  const auto zones = html_to_paragraphs("<blockquote/><p>Not said.</p><h2/><li/>Nor listed.");
  REQUIRE(zones.size() == 2);
  CHECK(zones[0].zone == Zone::kBody);
  CHECK(zones[1].zone == Zone::kBody);
}

TEST_CASE("character references are decoded as browsers do") {
  CHECK(decode_entities("&eacute;&#233;&#xE9;&nbsp;&hellip;&rsquo;&#146;&#8217;&euro;") ==
        "ééé\xC2\xA0…’’’€");
  CHECK(decode_entities("&amp;lt; &#0; &#xD800; &#99999999; &#65") ==
        "&lt;   \xEF\xBF\xBD \xEF\xBF\xBD A");
  CHECK(decode_entities("&ndash;&THORN;&yuml;&nope;&") == "–Þÿ&nope;&");
}

TEST_CASE("plain text that speaks of tags is not HTML") {
  CHECK(looks_like_html("<p>one</p>"));
  CHECK(looks_like_html("one<br/>two"));
  CHECK(looks_like_html("an <em>old</em> trick"));
  CHECK_FALSE(looks_like_html("if a <b and c> d then e"));
  CHECK_FALSE(looks_like_html("the <p> tag"));
  CHECK_FALSE(looks_like_html("I <3 you, x < y"));
  CHECK_FALSE(looks_like_html(""));
}

TEST_CASE("hostile scraps take linear time") {
  for (const char* unit : {"<", "<!--", "<a \"", "<script>", "</script", "&#", "<p><div>", "<b '>",
                           "<img alt=\"", "<!", "<blockquote>"}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 200'000) text += unit;
    const std::string stripped = html_to_text(text);
    CHECK(postil::text::is_valid_utf8(stripped));
    CHECK(stripped.size() <= text.size());
  }
}
