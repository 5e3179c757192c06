#include "indexer/readers/text/markdown.h"

#include <doctest/doctest.h>

#include <ctime>
#include <string>

#include "indexer/readers/text/markdown_body.h"
#include "indexer/readers/text/markdown_prepare.h"
#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil::index;

namespace {

std::string shown(const std::vector<Paragraph>& paragraphs) {
  std::string all;
  for (const Paragraph& paragraph : paragraphs) {
    all += std::string(postil::schema::name(paragraph.zone)) + ": " + paragraph.text + "\n";
  }
  return all;
}

std::string body(std::string_view text) { return shown(read_markdown_body(text).paragraphs); }

}  // namespace

TEST_CASE("blocks become paragraphs with their zones") {
  CHECK(body("Plain *with* [a link](http://x) and `code`.\n\n## Head\n\n> Said one.\n>\n> Said "
             "two.\n\n"
             "1. first\n2. second\n   - nested\n\n![A bridge](b.png)\n\n```\nx = 1\n```\n\n"
             "| a | b |\n|---|---|\n| 1 | 2 |\n") ==
        "body: Plain with a link and code.\nheading: Head\nquote: Said one.\nquote: Said two.\n"
        "list: first\nlist: second\nlist: nested\ncaption: A bridge\nbody: x = 1\nlist: a | b\n"
        "list: 1 | 2\n");
}

TEST_CASE("a first heading of the first level is the title") {
  const MarkdownBody read = read_markdown_body("# The *title*\n\nText.\n\n# Second\n");
  CHECK(read.title == "The title");
  CHECK(shown(read.paragraphs) == "body: Text.\nheading: Second\n");
  CHECK(read_markdown_body("Title\n=====\n\nText.").title == "Title");
  CHECK(read_markdown_body("Text.\n\n# Later\n").title.empty());
}

TEST_CASE("HTML within Markdown leaves its text only") {
  CHECK(body("A<br>b <span class=\"x\">c</span> &eacute; &mdash; <script>var d;</script>e\n\n"
             "<div>\n<p>In a block</p>\n<figcaption>By day</figcaption></div>\n\n<!-- "
             "hidden\n\nhidden "
             "-->\n\n<script>\n\nno\n\n</script>\n\nLast\n") ==
        "body: A b c é — e\nbody: In a block\ncaption: By day\nbody: Last\n");
}

TEST_CASE("the commands of blog tools are dropped") {
  CHECK(
      body("{% include x.html %}\nBefore {{ site.title }} after{: .lead }\n\n{{< figure src=\"a\" "
           ">}}\n\n"
           "{% comment %}\nhidden\n{% endcomment %}\n[text]({{ site.url }}/a) {not a command}\n") ==
      "body: Before after\nbody: text {not a command}\n");
}

TEST_CASE("footnotes stand at the end as paragraphs and leave no marks") {
  CHECK(body("One[^1] and two.[^long-note]\n\n[^1]: The first note.\n[^long-note]: The second\n    "
             "goes on.\n\n"
             "After.\n") ==
        "body: One and two.\nbody: After.\nbody: The first note.\nbody: The second goes on.\n");
}

TEST_CASE("a whole file gives its article") {
  const Collected read = read_with(kMarkdownReader,
                                   "\xEF\xBB\xBF---\r\ntitle: The talks\r\nauthor: Ann "
                                   "Lee\r\n---\r\n# The Talks\r\n\r\nFirst.\r\n",
                                   "2022-04-11-talks.md");
  REQUIRE(read.articles.size() == 1);
  const RawArticle& article = read.articles[0];
  CHECK(article.declared.title == "The talks");
  CHECK(to_string(article.declared.published->date) == "2022-04-11");
  CHECK(shown(std::get<MarkedBody>(article.content).paragraphs) == "body: First.\n");
  CHECK(read.findings.empty());
}

TEST_CASE("a heading that differs from the declared title stays") {
  const Collected read =
      read_with(kMarkdownReader, "---\ntitle: One\n---\n\n# Another\n\nText.\n", "a.md");
  CHECK(shown(std::get<MarkedBody>(read.articles.at(0).content).paragraphs) ==
        "heading: Another\nbody: Text.\n");
}

TEST_CASE("a file with nothing to read is skipped, one with a broken block is not") {
  CHECK(read_with(kMarkdownReader, "---\nlayout: tag\n---\n\n", "a.md").has("empty"));
  CHECK(read_with(kMarkdownReader, "  \n", "a.md").articles.empty());
  const Collected broken =
      read_with(kMarkdownReader, "---\ntitle: A: b\ndate: 2022-02-30\n---\nText.\n", "a.md");
  CHECK(broken.articles.size() == 1);
  CHECK(broken.told().find("front-matter: Line 2") == 0);
  CHECK(broken.told().find("2022-02-30") != std::string::npos);
}

TEST_CASE("content is known as Markdown by its block, its ending or its marks") {
  const auto sniff = [](const char* path, const char* bytes) {
    return kMarkdownReader.sniff({path, bytes, true});
  };
  CHECK(sniff("a.txt", "---\ntitle: x\n---\ntext") > 50);
  CHECK(sniff("a.md", "just text") > 50);
  CHECK(sniff("a.md", "<div>a post</div>") > 50);
  CHECK(sniff("a", "# One\n\n[a](http://b)\n\n## Two\n\n[c](/d)\n") > 10);
  CHECK(sniff("a.txt", "just text\n# 1 in the charts\n") == 0);
  CHECK(sniff("a.yml", "---\ntitle: x\n---\n") == 0);
  CHECK(sniff("a.html", "---\ntitle: x\n---\n<p>text</p>") > 50);
  CHECK(sniff("a.scss", "---\n---\np { color: red }") == 0);
  CHECK(sniff("a.md", "%PDF-1.4") == 0);
}

TEST_CASE("no line nests deeper than the bound and no text is lost by it") {
  const std::string quotes = prepare_markdown(std::string(5000, '>') + " text");
  CHECK(quotes.size() < 100);
  CHECK(quotes.find("text") != std::string::npos);
  CHECK(prepare_markdown(std::string(5000, ' ') + "text").size() < 50);
  CHECK(prepare_markdown(std::string(300, '-')).find(std::string(300, '-')) == 0);
  CHECK(prepare_markdown("1234567890123456789.").find("1234567890123456789.") == 0);
}

TEST_CASE("hostile Markdown ends in time") {
  using namespace std::string_literals;
  for (const std::string& unit :
       {"["s,    "!["s,  "*a_"s,      "`"s,        "```\n"s,   "<"s,     "&"s,   "\\"s,
        "> "s,   "- "s,  "[a]: b\n"s, "[a](<b"s,   "|-|-|\n"s, "a|b\n"s, "**a"s, "[^1]: x\n"s,
        "{%"s,   "{{"s,  "<!--"s,     "<script>"s, "1. "s,     "~~~\n"s, "_"s,   "a\n\n\n"s,
        "[a]["s, "<a "s, "(((("s,     "](\n"s,     "\t- x\n"s}) {
    CAPTURE(unit);
    std::string text;
    while (text.size() < 100'000) text += unit;
    // Of the processor's time, which a busy machine does not lengthen: a quadratic reader takes
    // minutes.
    const std::clock_t start = std::clock();
    const MarkdownBody read = read_markdown_body(text);
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    CAPTURE(seconds);
    CHECK(seconds < 10);
  }
  std::string nest;
  for (int i = 0; i < 20'000; ++i) nest += "- ";
  nest += std::string(50'000, '\n');
  CHECK(read_markdown_body(nest + "end").complete);
}
