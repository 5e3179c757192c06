#include "indexer/readers/web/html.h"

#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "indexer/readers/registry.h"
#include "tests/unit/indexer/readers/reader_testing.h"

namespace postil::index {
namespace {

std::string text_of(const RawArticle& article) {
  const auto* page = std::get_if<MarkedPage>(&article.content);
  REQUIRE(page != nullptr);
  std::string all;
  for (NodeId node = 1; node != 0; node = page->tree.next_in(node, 0)) {
    if (page->tree[node].tag == Tag::kText) all += page->tree.text_of(node);
  }
  return all;
}

int sniff(const std::string& path, const std::string& bytes) {
  return kHtmlReader.sniff(Sample{path, bytes, true});
}

TEST_CASE("A page is known by how it begins, whatever its name") {
  CHECK(sniff("saved", "<!DOCTYPE html><p>x") > 90);
  CHECK(sniff("saved.txt", "\xEF\xBB\xBF\n<!-- saved from url=(0010)http://a.b -->\n<HTML>x") > 90);
  CHECK(sniff("a.xml", "<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C'><html>") > 90);
  CHECK(sniff("a.html", "Warning: cannot connect\n<p>one</p><p>two</p>") > 50);
  CHECK(sniff("a", "<div class=post><p>one</p></div>") > 10);
  CHECK(sniff("a.txt", "An essay on <p> and other tags") == 0);
  CHECK(sniff("a.xml", "<?xml version='1.0'?><rss><channel></channel></rss>") == 0);
  CHECK(
      choose(Sample{"post.md", "<div>\n\n# Title\n\nSome *text* and [a link](b).\n\n</div>", true})
          .reader->name == "markdown");
}

TEST_CASE("The charset is the declared one, and detected where none is") {
  const auto read = [](const std::string& bytes) {
    Collected page = read_with(kHtmlReader, bytes);
    REQUIRE(page.articles.size() == 1);
    return text_of(page.articles[0]);
  };
  CHECK(read("<meta charset=windows-1251><p>\xCC\xE8\xF0") == "Мир");
  CHECK(read("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>caf\xE9 "
             "\x93quoted\x94") == "café “quoted”");
  CHECK(read("<?xml version='1.0' encoding='koi8-r'?><html><p>\xED\xC9\xD2") == "Мир");
  CHECK(read("<meta charset=iso-8859-1><p>caf\xC3\xA9") == "café");  // it lies: this is UTF-8
  CHECK(read("<meta charset=shift_jis><p>\x93\xFA\x96\x7B") == "日本");
  CHECK(read("<meta charset=no-such-thing><p>caf\xC3\xA9") == "café");
  CHECK(read(std::string("\xFF\xFE<\0p\0>\0a\0", 10)) == "a");
}

TEST_CASE("A header's charset comes before the page's, its address before the saved one") {
  Collected sink;
  const auto page = read_html_page(
      "<!-- saved from url=(0019)https://a.example/x -->"
      "<meta charset=utf-8><p>\xCC\xE8\xF0",
      {"windows-1251", ""}, sink);
  REQUIRE(page);
  CHECK(text_of(*page) == "Мир");
  CHECK(std::get<MarkedPage>(page->content).address == "https://a.example/x");
  const auto fetched = read_html_page("<p>text", {"", "https://b.example/2022/03/y"}, sink);
  REQUIRE(fetched);
  CHECK(std::get<MarkedPage>(fetched->content).address == "https://b.example/2022/03/y");
  CHECK_FALSE(read_html_page("<html><body> <img src=x> </body></html>", {}, sink));
}

TEST_CASE("A page without text is told of") {
  const Collected empty = read_with(kHtmlReader, "<html><body></body></html>");
  CHECK(empty.articles.empty());
  CHECK(empty.has("empty"));
  CHECK(read_with(kHtmlReader, "<style>p {}</style><div></div><script>var a = 1;</script>")
            .has("empty"));
}

}  // namespace
}  // namespace postil::index
