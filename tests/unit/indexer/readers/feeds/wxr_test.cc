#include "indexer/readers/feeds/wxr.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/feeds/feed_text.h"
#include "indexer/readers/feeds/wordpress_text.h"
#include "tests/unit/indexer/readers/reader_testing.h"

namespace postil::index {
namespace {

std::string wxr(const std::string& items) {
  return "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0' "
         "xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/' "
         "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
         "xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>Tidewater</title>"
         "<language>en-US</language><wp:author><wp:author_login>ann</wp:author_login>"
         "<wp:author_email>ann@tide.example</wp:author_email>"
         "<wp:author_display_name><![CDATA[Ann Lee]]></wp:author_display_name></wp:author>" +
         items + "</channel></rss>";
}

std::string comment(const std::string& id, const std::string& parent,
                    const std::string& more = "<wp:comment_approved>1</wp:comment_approved>") {
  return "<wp:comment><wp:comment_id>" + id + "</wp:comment_id><wp:comment_author>Cy " + id +
         "</wp:comment_author><wp:comment_author_email>cy@tide.example</wp:comment_author_email>"
         "<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>"
         "<wp:comment_date>2024-03-21 01:00:00</wp:comment_date><wp:comment_content>First " +
         id + ".\n\nThen.</wp:comment_content><wp:comment_parent>" + parent +
         "</wp:comment_parent>" + more + "</wp:comment>";
}

std::string item(const std::string& id, const std::string& more) {
  return "<item><title>Post " + id + "</title><link>https://tide.example/" + id +
         "</link><dc:creator>ann</dc:creator><wp:post_id>" + id + "</wp:post_id>" + more +
         "</item>";
}

std::string text_of(std::string_view content) { return joined(wordpress_paragraphs(content)); }

TEST_SUITE("wxr") {
  TEST_CASE("posts and pages are articles with their threads of comments") {
    const auto read = read_with(
        kWxrReader, wxr(item("7",
                             "<content:encoded><![CDATA[One.\n\nTwo.]]></content:encoded>"
                             "<excerpt:encoded>By hand.</excerpt:encoded>"
                             "<wp:post_date>2024-03-20 23:30:00</wp:post_date>"
                             "<wp:post_date_gmt>2024-03-21 07:30:00</wp:post_date_gmt>"
                             "<category domain='post_tag' nicename='x'>Harbours</category>"
                             "<category domain='post_format' nicename='y'>Aside</category>"
                             "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>" +
                                 comment("1", "0") + comment("2", "1"))));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.findings.empty());
    const RawArticle& article = read.articles[0];
    CHECK(article.fragment == "7");
    CHECK(article.declared.title == "Post 7");
    CHECK(article.declared.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(article.declared.outlet == "Tidewater");
    CHECK(article.declared.standfirst == "By hand.");
    CHECK(article.declared.tags == std::vector<std::string>{"Harbours"});
    CHECK(to_string(article.declared.published->date) == "2024-03-20");
    REQUIRE(article.comments.size() == 2);
    CHECK(article.comments[0].author == "Cy 1");
    CHECK(article.comments[0].text == "First 1.\n\nThen.");
    CHECK(article.comments[1].parent_id == "1");
    CHECK(article.comments[1].is_name_declared);
  }

  TEST_CASE("what is not for readers is left out and counted") {
    const auto with = [](const std::string& status, const std::string& more = "") {
      return "<wp:post_type>post</wp:post_type><wp:status>" + status + "</wp:status>" + more;
    };
    const auto read = read_with(
        kWxrReader,
        wxr(item("1", with("draft")) + item("2", with("private")) + item("3", with("trash")) +
            item("4", with("publish", "<wp:post_password>x</wp:post_password>")) +
            item("5", "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>") +
            item("6",
                 with("publish",
                      comment("1", "0", "<wp:comment_approved>0</wp:comment_approved>") +
                          comment("2", "0", "<wp:comment_approved>spam</wp:comment_approved>") +
                          comment("3", "0",
                                  "<wp:comment_approved>1</wp:comment_approved>"
                                  "<wp:comment_type>pingback</wp:comment_type>") +
                          comment("4", "0")))));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].fragment == "6");
    CHECK(read.articles[0].comments.size() == 1);
    const std::string told = read.told();
    CHECK(told.find("not-published: 4 posts are not open to readers: not read (1 draft, "
                    "1 password, 1 private, 1 trash)") != std::string::npos);
    CHECK(told.find("(1 attachment)") != std::string::npos);
    CHECK(told.find("2 comments are not approved") != std::string::npos);
    CHECK(told.find("1 pingbacks") != std::string::npos);
    CHECK(told.find("@") == std::string::npos);
  }

  TEST_CASE("a post without text is an article with a title, which is told") {
    const auto read = read_with(kWxrReader, wxr(item("1",
                                                     "<wp:post_type>post</wp:post_type>"
                                                     "<wp:status>publish</wp:status>")));
    REQUIRE(read.articles.size() == 1);
    CHECK(read.has("title-only"));
  }

  TEST_CASE("without its own date a post has that of GMT, else that of the feed") {
    const auto day = [](const std::string& dates) {
      const auto read = read_with(kWxrReader, wxr(item("1", dates)));
      const auto& published = read.articles.at(0).declared.published;
      return published ? to_string(published->date) : "";
    };
    CHECK(day("<wp:post_date>0000-00-00 00:00:00</wp:post_date>"
              "<wp:post_date_gmt>2024-03-21 07:30:00</wp:post_date_gmt>") == "2024-03-21");
    CHECK(day("<pubDate>Thu, 21 Mar 2024 07:30:00 +0000</pubDate>") == "2024-03-21");
    CHECK(day("") == "");
  }

  TEST_CASE("blank lines divide paragraphs, marks of blocks vanish") {
    CHECK(text_of("One.\n \nTwo\nwraps.<!--more Go on-->Three.<!--nextpage-->Four.") ==
          "One.\n\nTwo wraps.\n\nThree.\n\nFour.");
    CHECK(text_of("<!-- wp:paragraph {\"a\":\"<b>\"} -->\n<p>One.</p>\n<!-- /wp:paragraph -->"
                  "<!-- wp:latest-posts /-->\n<!-- wp:quote --><blockquote><p>Two.</p></blockquote>"
                  "<!-- /wp:quote -->") == "One.\n\nTwo.");
    CHECK(text_of("<pre>a\n\nb</pre>") == "a b");
  }

  TEST_CASE("shortcodes go, what they enclose stays, brackets in prose are prose") {
    CHECK(without_shortcodes("[gallery ids=\"1,2\"]Text[/su_note] [sic] [1] [see below]") ==
          "Text [sic] [1] [see below]");
    CHECK(without_shortcodes("[box color='red']In the [b]box[/b].[/box]") == "In the box.");
    CHECK(without_shortcodes("[embed]https://v.example/1[/embed]After") == "After");
    CHECK(without_shortcodes("[[gallery]] and [x](y) [unclosed") ==
          "[gallery] and [x](y) [unclosed");
    const auto caption = wordpress_paragraphs(
        "[caption id=\"a\" width=\"3\"]<img src=\"x\" /> A boat.[/caption]Text.");
    REQUIRE(caption.size() == 2);
    CHECK(caption[0].zone == schema::Zone::kCaption);
    CHECK(caption[0].text == "A boat.");
    CHECK(caption[1].text == "Text.");
  }

  TEST_CASE("Markdown that was never turned into HTML is read as Markdown") {
    CHECK(text_of("See [the tide](https://t.example/) and *this*.\n\n## Next\n\nMore.") ==
          "See the tide and this.\n\nNext\n\nMore.");
  }
}

}  // namespace
}  // namespace postil::index
