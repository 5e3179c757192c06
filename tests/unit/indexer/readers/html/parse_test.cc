#include "indexer/readers/html/parse.h"

#include <doctest/doctest.h>

#include <string>

#include "core/text/utf8.h"
#include "indexer/readers/html/entities.h"

namespace postil::index::html {
namespace {

// The tree of the body in one line: "p(\"one\" b(\"two\")) p()".
std::string shown(const PageTree& tree, NodeId parent) {
  std::string out;
  for (NodeId node = tree[parent].first; node != 0; node = tree[node].next) {
    if (!out.empty()) out += ' ';
    if (tree[node].tag == Tag::kText) {
      out += '"' + std::string(tree.text_of(node)) + '"';
    } else {
      out += std::string(tree.name_of(node)) + "(" + shown(tree, node) + ")";
    }
  }
  return out;
}

NodeId find(const PageTree& tree, Tag tag) {
  for (NodeId node = tree.next_in(0, 0); node != 0; node = tree.next_in(node, 0)) {
    if (tree[node].tag == tag) return node;
  }
  return 0;
}

std::string body(const std::string& page) {
  const PageTree tree = parse(page);
  return shown(tree, find(tree, Tag::kBody));
}

TEST_CASE("Tags that are left out are put in") {
  CHECK(body("<p>one<p>two") == "p(\"one\") p(\"two\")");
  CHECK(body("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e") ==
        "ul(li(\"a\") li(\"b\" ul(li(\"c\"))) li(\"d\")) \"e\"");
  CHECK(body("<dl><dt>a<dd>b<dt>c</dl>") == "dl(dt(\"a\") dd(\"b\") dt(\"c\"))");
  CHECK(body("<table><td>a<tr><td>b</table>") == "table(tbody(tr(td(\"a\")) tr(td(\"b\"))))");
  CHECK(body("<p>one<h2>two<p>three</h2>") == "p(\"one\") h2(\"two\" p(\"three\"))");
  CHECK(body("<p>a<div>b</div>c") == "p(\"a\") div(\"b\") \"c\"");
}

TEST_CASE("Tags that are nested wrongly are mended as browsers mend them") {
  CHECK(body("<b>1<p>2</b>3</p>") == "b(\"1\") p(b(\"2\") \"3\")");
  CHECK(body("<a href=x>1<div>2</a>3</div>4") == "a(\"1\") div(a(\"2\") \"3\") \"4\"");
  CHECK(body("<a href=x>1<a href=y>2") == "a(\"1\") a(\"2\")");
  CHECK(body("<p><i>1<p>2") == "p(i(\"1\")) p(i(\"2\"))");
  CHECK(body("x</p>a</div>b</br>c") == "\"x\" p() \"a\" \"b\" br() \"c\"");
  CHECK(body("<b><b><b><b><p>x") == "b(b(b(b(p(\"x\")))))");
}

TEST_CASE("What stands in a table outside its cells comes before it") {
  CHECK(body("<table>lost<tr><td>cell</table>") == "\"lost\" table(tbody(tr(td(\"cell\"))))");
  CHECK(body("<table><tr><td>1<table><tr><td>2</table>3</table>4") ==
        "table(tbody(tr(td(\"1\" table(tbody(tr(td(\"2\")))) \"3\")))) \"4\"");
  CHECK(body("<table><p>a<tr><td>b</td></tr></table>") == "p(\"a\") table(tbody(tr(td(\"b\"))))");
}

TEST_CASE("The content of scripts, styles and titles is text") {
  const PageTree tree = parse(
      "<title>War &amp; <b>peace</title><script>if (a < b) '<p>'<!-- <script></script> "
      "--></script><style>p > b {}</style><p>one");
  CHECK(shown(tree, find(tree, Tag::kHead)) ==
        "title(\"War & <b>peace\") script(\"if (a < b) '<p>'<!-- <script></script> -->\") "
        "style(\"p > b {}\")");
  CHECK(shown(tree, find(tree, Tag::kBody)) == "p(\"one\")");
  CHECK(body("<textarea>\n<p>a</textarea>b") == "textarea(\"<p>a\") \"b\"");
  CHECK(body("<iframe><p>a</iframe>b") == "iframe(\"<p>a\") \"b\"");
  CHECK(body("a<script>never closed") == "\"a\" script(\"never closed\")");
  CHECK(body("x<noscript><p>a</p></noscript>b") == "\"x\" noscript(p(\"a\")) \"b\"");
}

TEST_CASE("Comments, declarations and stray signs are no tags") {
  CHECK(body("a<!-- <p> -- > -->b<!-->c<!x>d<?php echo 1 ?>e") == "\"a\" \"b\" \"c\" \"d\" \"e\"");
  CHECK(body("1 < 2 and 3<4 & <5") == "\"1 < 2 and 3<4 & <5\"");
  CHECK(body("a<!-- never closed") == "\"a\"");
  CHECK(body("a</>b") == "\"a\" \"b\"");
  CHECK(body("a <p title=\"never closed>b</p>c") == "\"a \"");
}

TEST_CASE("Attributes are read in every form, the first of a name counts") {
  const PageTree tree =
      parse("<div ID=a class='b c' title=\"d &amp; e\" hidden id=z data-x=1 lang = en/><p>x");
  const NodeId div = find(tree, Tag::kDiv);
  CHECK(tree.attribute(div, Attr::kId) == "a");
  CHECK(tree.attribute(div, Attr::kClass) == "b c");
  CHECK(tree.attribute(div, Attr::kTitle) == "d & e");
  CHECK(tree.has(div, Attr::kHidden));
  CHECK(tree.attribute(div, Attr::kHidden).empty());
  CHECK(tree.attribute(div, Attr::kLang) == "en/");
  CHECK_FALSE(tree.has(div, Attr::kHref));
}

TEST_CASE("References are decoded by the rules of text and of attributes") {
  CHECK(body("&auml;&#228;&#xE4;&eacutet&copy 2011 &unknown; &amp;lt;&#150;") ==
        "\"ää\xC3\xA4\xC3\xA9t© 2011 &unknown; &lt;–\"");
  const PageTree tree = parse("<a href='?a=1&copy=2&amp;b&eacute;'>x</a>");
  CHECK(tree.attribute(find(tree, Tag::kA), Attr::kHref) == "?a=1&copy=2&b\xC3\xA9");
  std::string out;
  CHECK(decode_html_entity("&notit;", out) == 4);
  CHECK(out == "\xC2\xAC");
  out.clear();
  CHECK(decode_html_entity("&Omega;", out) == 7);
  CHECK(out == "Ω");
}

TEST_CASE("Pictures in SVG are left with the first tag that is none of theirs") {
  CHECK(body("<svg><title>t</title><path d='1'/><a>x</a></svg>after") ==
        "svg(title(\"t\") path() a(\"x\")) \"after\"");
  CHECK(body("<svg><path><p>text</p>") == "svg(path()) p(\"text\")");
}

TEST_CASE("Nesting without end loses no text and keeps to its depth") {
  std::string deep;
  for (int i = 0; i < 20'000; ++i) deep += "<div>";
  const PageTree tree = parse(deep + "the bottom");
  std::size_t depth = 0;
  bool found = false;
  for (NodeId node = 1; node != 0; node = tree.next_in(node, 0)) {
    if (tree[node].tag != Tag::kText) continue;
    found = tree.text_of(node) == "the bottom";
    for (NodeId up = node; up != 0; up = tree[up].parent) ++depth;
  }
  CHECK(found);
  CHECK(depth <= 520);
}

TEST_CASE("Every page has a head and a body, and its text stays valid UTF-8") {
  for (const char* page :
       {"", "<", "<html", "&", "<table><tr><select><td>x", "<a><b></a><table></b>",
        "</select></table><td>", "<svg></p><math><mi><table>", "<!--", "<p a='",
        "<b><table><td></b><i></table>", "\xC3\xA9<x\xC3\xA9 \xC3\xA9=\xC3\xA9>"}) {
    const PageTree tree = parse(page);
    CHECK(find(tree, Tag::kHead) != 0);
    CHECK(find(tree, Tag::kBody) != 0);
    for (NodeId node = 1; node != 0; node = tree.next_in(node, 0)) {
      if (tree[node].tag == Tag::kText) CHECK(text::is_valid_utf8(tree.text_of(node)));
    }
  }
}

}  // namespace
}  // namespace postil::index::html
