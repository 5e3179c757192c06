#include "indexer/readers/feeds/feed.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/feeds/feed_text.h"
#include "indexer/readers/feeds/feed_xml.h"
#include "tests/unit/indexer/readers/reader_testing.h"

namespace postil::index {
namespace {

Collected read(const std::string& xml) { return read_with(kFeedReader, xml, "feed.xml"); }

std::string body(const RawArticle& article) {
  const auto* const marked = std::get_if<MarkedBody>(&article.content);
  return marked == nullptr ? "?" : joined(marked->paragraphs);
}

std::string rss(const std::string& items) {
  return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>The Quay</title>"
         "<link>https://quay.example/</link><language>en-gb</language>" +
         items + "</channel></rss>";
}

TEST_SUITE("feed") {
  TEST_CASE("an item of RSS is an article with all that it says") {
    const auto read_feed =
        read(rss("<item><title>Ships &amp;amp; sails</title><link>https://quay.example/1</link>"
                 "<guid isPermaLink='false'>tag:1</guid><dc:creator>Ann Lee and Bo Ek</dc:creator>"
                 "<pubDate>Wed, 20 Mar 2024 10:00:00 +0200</pubDate><category>Harbour</category>"
                 "<description>In short.</description>"
                 "<content:encoded><![CDATA[<p>One.</p><h2>Two</h2><p>Three &amp; four.</p>]]>"
                 "</content:encoded></item>"));
    REQUIRE(read_feed.articles.size() == 1);
    CHECK(read_feed.findings.empty());
    const RawArticle& article = read_feed.articles[0];
    CHECK(article.declared.title == "Ships & sails");
    CHECK(article.declared.authors == std::vector<std::string>{"Ann Lee", "Bo Ek"});
    CHECK(article.declared.outlet == "The Quay");
    CHECK(article.declared.language == "en-gb");
    CHECK(article.declared.url == "https://quay.example/1");
    CHECK(article.declared.tags == std::vector<std::string>{"Harbour"});
    CHECK(article.declared.standfirst == "In short.");
    REQUIRE(article.declared.published);
    CHECK(to_string(article.declared.published->date) == "2024-03-20");
    CHECK(article.declared.published->source == schema::DateSource::kFeed);
    CHECK(article.own_id == "tag:1");
    CHECK(body(article) == "One.\n\nTwo\n\nThree & four.");
  }

  TEST_CASE("a summary is the body where there is nothing else, which is told") {
    const auto told =
        read(rss("<item><title>A</title><description>&lt;p&gt;Short.&lt;/p&gt;"
                 "</description></item>"));
    CHECK(body(told.articles.at(0)) == "Short.");
    CHECK(told.has("summary-only"));
    const auto cut =
        read(rss("<item><title>A</title><description>The first words […]"
                 "</description><content:encoded>The first words and the rest."
                 "</content:encoded></item>"));
    CHECK(cut.articles.at(0).declared.standfirst.empty());
  }

  TEST_CASE("a headline is an article without text, which is told; an entry of nothing is none") {
    const auto headlines =
        read(rss("<item><title>The quay is open</title><link>https://quay.example/1</link>"
                 "<pubDate>Wed, 20 Mar 2024 10:00:00 GMT</pubDate></item>"
                 "<item><title>Ships</title><description>Short.</description></item>"
                 "<item><link>https://quay.example/2</link></item>"));
    REQUIRE(headlines.articles.size() == 2);
    const Metadata& headline = headlines.articles[0].declared;
    CHECK(headline.title == "The quay is open");
    CHECK(headline.url == "https://quay.example/1");
    CHECK(headline.published);
    CHECK(headlines.told().find("title-only: 1 of 3 entries have no text") != std::string::npos);
    CHECK(headlines.told().find("empty-entry: 1 entries") != std::string::npos);
  }

  TEST_CASE("a feed of videos has its texts in a group of media") {
    const auto videos = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'>"
        "<entry><title>Own</title><media:group><media:title>Other</media:title>"
        "<media:description>What it shows.</media:description></media:group></entry>"
        "<entry><media:title>Only this</media:title></entry></feed>");
    REQUIRE(videos.articles.size() == 2);
    CHECK(videos.articles[0].declared.title == "Own");
    CHECK(body(videos.articles[0]) == "What it shows.");
    CHECK(videos.articles[1].declared.title == "Only this");
  }

  TEST_CASE("entries of Atom have typed texts, persons and a base") {
    const auto atom = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de' xml:base='https://kai.example/'>"
        "<title>Der Kai</title><author><name>Cy Or</name><email>cy@kai.example</email></author>"
        "<entry><id>urn:1</id><title type='text'>1 &lt; 2</title>"
        "<link rel='replies' href='c'/><link href='a/1'/>"
        "<published>2024-03-20T23:30:00-08:00</published><updated>2024-04-01</updated>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Eins &lt;b&gt;.</p>"
        "<ul><li>zwei</li></ul></div></content></entry>"
        "<entry><id>urn:2</id><title type='html'>&lt;i&gt;Zwei&lt;/i&gt;</title>"
        "<author><name>Di Po</name></author>"
        "<content type='text'>Mit &lt;p&gt; im Text.</content></entry></feed>");
    REQUIRE(atom.articles.size() == 2);
    const Metadata& first = atom.articles[0].declared;
    CHECK(first.title == "1 < 2");
    CHECK(first.url == "https://kai.example/a/1");
    CHECK(first.authors == std::vector<std::string>{"Cy Or"});
    CHECK(first.language == "de");
    CHECK(to_string(first.published->date) == "2024-03-20");
    CHECK(to_string(*first.updated) == "2024-04-01");
    CHECK(body(atom.articles[0]) == "Eins <b>.\n\nzwei");
    CHECK(atom.articles[1].declared.title == "Zwei");
    CHECK(atom.articles[1].declared.authors == std::vector<std::string>{"Di Po"});
    CHECK(body(atom.articles[1]) == "Mit <p> im Text.");
  }

  TEST_CASE("RSS 1.0 and CDF are read as well") {
    const auto rdf = read(
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
        "xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<channel rdf:about='x'><title>Old Quay</title><items><rdf:Seq><rdf:li "
        "rdf:resource='u'/></rdf:Seq></items></channel><item rdf:about='https://o.example/1'>"
        "<title>T</title><dc:date>2003-12</dc:date><description>Words.</description></item>"
        "</rdf:RDF>");
    REQUIRE(rdf.articles.size() == 1);
    CHECK(rdf.articles[0].declared.outlet == "Old Quay");
    CHECK(rdf.articles[0].declared.url == "https://o.example/1");
    CHECK(to_string(rdf.articles[0].declared.published->date) == "2003-12");
    const auto cdf = read(
        "<CHANNEL><TITLE>C</TITLE><ITEM HREF='https://c.example/1' LASTMOD='2001-02-03'>"
        "<TITLE>One</TITLE><ABSTRACT>Words.</ABSTRACT></ITEM></CHANNEL>");
    REQUIRE(cdf.articles.size() == 1);
    CHECK(cdf.articles[0].declared.url == "https://c.example/1");
    CHECK(body(cdf.articles[0]) == "Words.");
  }

  TEST_CASE("what answers an entry is its comment, and answers to comments are threads") {
    const auto atom = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' "
        "xmlns:thr='http://purl.org/syndication/thread/1.0'><title>B</title>"
        "<entry><id>c2</id><thr:in-reply-to ref='c1'/><author><name>Di</name></author>"
        "<content>Second.</content></entry>"
        "<entry><id>p1</id><title>Post</title><content>Body.</content></entry>"
        "<entry><id>c1</id><thr:in-reply-to ref='p1'/><author><name>Cy</name></author>"
        "<published>2024-03-20</published><content>First.</content></entry></feed>");
    REQUIRE(atom.articles.size() == 1);
    REQUIRE(atom.articles[0].comments.size() == 2);
    CHECK(atom.articles[0].comments[0].parent_id == "c1");
    CHECK(atom.articles[0].comments[1].author == "Cy");
    CHECK(atom.articles[0].comments[1].text == "First.");
  }

  TEST_CASE("a feed of comments gives them to an article of which only they are known") {
    const auto one = read(
        "<rss version='2.0'><channel><title>Comments on: Ships</title><item>"
        "<title>By: Cy</title><link>https://q.example/ships/#comment-7</link>"
        "<author>cy@q.example (Cy)</author><description>Well said.</description></item>"
        "</channel></rss>");
    REQUIRE(one.articles.size() == 1);
    CHECK(one.articles[0].declared.title == "Ships");
    CHECK(one.articles[0].declared.url == "https://q.example/ships/");
    CHECK(one.articles[0].declared.authors.empty());
    REQUIRE(one.articles[0].comments.size() == 1);
    CHECK(one.articles[0].comments[0].author == "Cy");
  }

  TEST_CASE("drafts and settings of an export of Blogger are left out and counted") {
    const std::string kind =
        "<category scheme='http://schemas.google.com/g/2005#kind' "
        "term='http://schemas.google.com/blogger/2008/kind#";
    const auto blog = read(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://purl.org/atom/app#'>"
        "<entry><id>1</id>" +
        kind +
        "settings'/><content>x</content></entry>"
        "<entry><id>2</id>" +
        kind +
        "post'/><app:control><app:draft>yes</app:draft>"
        "</app:control><content>x</content></entry>"
        "<entry><id>3</id>" +
        kind + "post'/><title>T</title><content>x</content></entry></feed>");
    CHECK(blog.articles.size() == 1);
    CHECK(blog.has("not-published"));
    CHECK(blog.has("no-text"));
  }

  TEST_CASE("a feed that is not well formed is read as far as it goes, which is told") {
    const auto broken = read(
        "<rss><channel><title>Q & A</title><item><title>One</title>"
        "<description>A <b>bold<i>word</b> &nbsp;here</description></item>"
        "<item><title>Two</item><item><title>Three</title><description>End");
    REQUIRE(broken.articles.size() == 3);
    CHECK(broken.articles[0].declared.outlet == "Q & A");
    CHECK(body(broken.articles[0]) == "A boldword here");
    CHECK(broken.articles[1].declared.title == "Two");
    CHECK(body(broken.articles[2]) == "End");
    CHECK(broken.has("not-well-formed"));
    CHECK(read("<rss><channel/></rss>").has("empty"));
  }

  TEST_CASE("names are taken out of addresses") {
    const auto names = [](std::string_view text) {
      std::vector<std::string> authors;
      add_names(text, authors);
      return authors.size() == 1 ? authors[0] : std::to_string(authors.size());
    };
    CHECK(names("ann@example.org (Ann Lee)") == "Ann Lee");
    CHECK(names("Ann Lee <ann@example.org>") == "Ann Lee");
    CHECK(names("Ann Lee, ann@example.org") == "Ann Lee");
    CHECK(names("mailto:ann@example.org") == "0");
    CHECK(names("Ann &amp; Sons") == "2");
  }

  TEST_CASE("references are resolved against their base") {
    CHECK(resolve("https://a.example/b/c", "d") == "https://a.example/b/d");
    CHECK(resolve("https://a.example/b/c", "/d") == "https://a.example/d");
    CHECK(resolve("https://a.example/b/c", "../d") == "https://a.example/d");
    CHECK(resolve("https://a.example", "d") == "https://a.example/d");
    CHECK(resolve("https://a.example/b?x#y", "?z") == "https://a.example/b?z");
    CHECK(resolve("https://a.example/b", "//c.example/") == "https://c.example/");
    CHECK(resolve("https://a.example/b", "http://c.example/") == "http://c.example/");
    CHECK(resolve("", "b/c") == "b/c");
  }

  TEST_CASE("dates are read however sloppy they are") {
    const auto day = [](std::string_view text) {
      const auto date = read_feed_date(text);
      return date ? to_string(*date) : "";
    };
    CHECK(day("Thu, 01 Jan 04 19:48:21 GMT") == "2004-01-01");
    CHECK(day("Thurs., 1 Jan 2004 19:48 EST") == "2004-01-01");
    CHECK(day("Sun Jan  4 16:29:06 PST 2004") == "2004-01-04");
    CHECK(day("2003-12-31T10:14:55.1234+08:00") == "2003-12-31");
    CHECK(day("2003-12") == "2003-12");
    CHECK(day("2003") == "2003");
    CHECK(day("Fri, 2006/09/15 08:19:53 EDT") == "2006-09-15");
    CHECK(day("2004-07-08 23:56:58 -00:20") == "2004-07-08");
    CHECK(day("some day") == "");
  }
}

}  // namespace
}  // namespace postil::index
