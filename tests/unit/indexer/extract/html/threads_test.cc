#include "indexer/extract/html/threads.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/extract/html/html_testing.h"

namespace postil::index {
namespace {

// A page with an article and these comments below it.
Article page_with(const std::string& comments) {
  return read_html(
      "<html lang=en><title>A Short Peace</title><body><article><h1>A Short Peace</h1><p>The "
      "congress "
      "met in the autumn of that year, and its first act, after the anthem and the prayers, was to "
      "adjourn for three weeks so that the delegates could find lodgings.<p>Nobody who had "
      "travelled "
      "so far wished to leave without a signature, and so the drafts went round the town in the "
      "pockets of waiters, of whom the police knew most by name.</article>" +
      comments + "</body>");
}

TEST_CASE("Comments of WordPress keep name, date, parent and paragraphs") {
  const Article article = page_with(
      "<div id='comments' class='comments-area'><h2 class=comments-title>2 thoughts</h2>"
      "<ol class='comment-list'><li id='comment-11' class='comment even depth-1 parent'>"
      "<article id='div-comment-11' class='comment-body'><footer class='comment-meta'><div "
      "class='comment-author vcard'><b class='fn'>Wanda Birch</b> <span "
      "class=says>says:</span></div>"
      "<div class='comment-metadata'><a href='#c'><time datetime='2021-03-05T10:00:00+00:00'>March "
      "5, "
      "2021 at 10:00</time></a></div></footer><div class='comment-content'><p>I was "
      "there.</p><p>As a "
      "waiter.</p></div><div class=reply><a href=#>Reply</a></div></article><ol class=children><li "
      "id='comment-12' class='comment odd depth-2'><article id='div-comment-12' "
      "class='comment-body'>"
      "<footer class='comment-meta'><b class=fn>Otto</b> <time datetime='2021-03-06'>March 6</time>"
      "</footer><div class='comment-content'><p>So was I.</p></div></article></li></ol></li></ol>"
      "<div id=respond class='comment-respond'><h3>Leave a Reply</h3><form "
      "class=comment-form><p>Your e-mail will not be published.</p></form></div></div>");
  CHECK(thread_lines(article) ==
        "Wanda Birch: I was there. | As a waiter. \nOtto > 1: So was I. \n");
  REQUIRE(article.comments.size() == 2);
  CHECK(to_string(*article.comments[0].published) == "2021-03-05");
  CHECK(furniture_text(article).find("Leave a Reply") != std::string::npos);
}

TEST_CASE("Comments of Blogger and of static Disqus are found") {
  CHECK(thread_lines(page_with(
            "<div class=comments id=comments><h4>1 comment:</h4><div id=comment-holder><div "
            "class='comment-thread toplevel-thread'><ol id=top-ra><li class=comment id=c78182><div "
            "class=comment-block><div class=comment-header><cite class=user>Ines</cite><span "
            "class='datetime secondary-text'><a>5 March 2021 at 10:00</a></span></div><p "
            "class=comment-content>A fine essay, I thought.</p><span "
            "class=comment-actions><a>Reply</a></span></div></li></ol></div></div></div>")) ==
        "Ines: A fine essay, I thought. \n");
  CHECK(
      thread_lines(page_with(
          "<div id=disqus_thread><ul id=dsq-comments><li id=dsq-comment-1 class=dsq-comment><div "
          "class=dsq-comment-header><cite id=dsq-cite-1>Ann Lee</cite></div><div "
          "class=dsq-comment-body><div class=dsq-comment-message>First of all, no.</div></div></li>"
          "<li id=dsq-comment-2 class=dsq-comment><div class=dsq-comment-header><cite>Bo</cite>"
          "</div><div class=dsq-comment-body><div class=dsq-comment-message>And yet, "
          "yes.</div></div></li></ul></div>")) ==
      "Ann Lee: First of all, no. \nBo: And yet, yes. \n");
}

TEST_CASE("A list within a section of comments is a thread though its items have no names") {
  const Article article = page_with(
      "<section class=kommentare><h2>Leserkommentare</h2><ul><li><h4 class=author>Karla</h4><p>Der "
      "Text ist gut, aber er ist zu kurz.</p></li><li><h4 class=author>Ben</h4><p>Ich finde ihn "
      "lang genug, danke.</p></li></ul></section>");
  CHECK(thread_lines(article) ==
        "Karla: Der Text ist gut, aber er ist zu kurz. \nBen: Ich finde ihn "
        "lang genug, danke. \n");
}

TEST_CASE("Answers within the items of a list without names of comments are answers") {
  const Article article = page_with(
      "<div class=kommentare><h2>Leserkommentare</h2><ul><li class=member><h4 "
      "class=author>Karla</h4>"
      "<p>Der Text ist gut, aber er ist zu kurz.</p><ul><li class=member><h4 class=author>Ben</h4>"
      "<p>Ich finde ihn lang genug, danke, und das nicht zum ersten Mal.</p></li></ul></li>"
      "<li class=member><h4 class=author>Dora</h4><p>Beide haben recht.</p></li></ul></div>");
  CHECK(thread_lines(article) ==
        "Karla: Der Text ist gut, aber er ist zu kurz. \nBen > 1: Ich finde ihn lang genug, danke, "
        "und das nicht zum ersten Mal. \nDora: Beide haben recht. \n");
}

TEST_CASE("Comments of a page made by hand are told by their heading and their first lines") {
  const Article article = page_with(
      "<div>Comments</div><div><h3>Ann Lee says:</h3>3 May 2004, 16:19<p>Nobody read the drafts, "
      "then.</p></div><div><h3>Bo Ek says:</h3>4 May 2004, 9:01<p>The waiters did.</p></div>");
  CHECK(thread_lines(article) ==
        "Ann Lee: Nobody read the drafts, then. \nBo Ek: The waiters did. \n");
  CHECK(to_string(*article.comments[1].published) == "2004-05-04");
  CHECK(body_lines(article).find("waiters did") == std::string::npos);
}

TEST_CASE("Lists of other articles below a heading that tells of comments are no comments") {
  const Article article = page_with(
      "<div>Comments</div><div><a href=1>A longer peace</a><span>3 May 2020</span><p><a href=1>How "
      "it was kept for a year and a day</a></p></div><div><a href=2>A cold peace</a><span>4 May "
      "2020</span><p><a href=2>How it was not kept at all</a></p></div>");
  CHECK(thread_lines(article).empty());
}

TEST_CASE("Reviews of a book or of coffee are what readers say of it") {
  const Article article = page_with(
      "<div id=product_reviews class=review-widget><h2>Customer reviews</h2><div class=rev-list>"
      "<div class=rev><span class=rev__author>Dieter</span><p>I had hoped for a longer peace, and "
      "for a better binding.</p></div><div class=rev><span class=rev__author>Ada</span><p>It lasts "
      "as long as it has to, and the paper is good.</p></div></div></div>");
  CHECK(thread_lines(article) ==
        "Dieter: I had hoped for a longer peace, and for a better binding. \nAda: It lasts as long "
        "as it has to, and the paper is good. \n");
}

TEST_CASE("Microdata declares comments") {
  CHECK(
      thread_lines(page_with(
          "<div><div itemscope itemtype='https://schema.org/Comment'><span "
          "itemprop=author>Ada</span><time itemprop=dateCreated datetime=2020-01-02>2 Jan</time><p "
          "itemprop=text>It rained that day.</p></div></div>")) == "Ada: It rained that day. \n");
}

TEST_CASE("Comments that only JSON-LD holds are taken from there, with what they answer") {
  const Article article = page_with(
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"A Short "
      "Peace\",\"comment\":[{\"@type\":\"Comment\",\"text\":\"Too "
      "short.\",\"author\":{\"@type\":\"Person\",\"name\":\"Zoe\"},\"comment\":{\"@type\":"
      "\"Comment\","
      "\"text\":\"Too long.\",\"author\":\"Yan\"}}]}</script>");
  CHECK(thread_lines(article) == "Zoe: Too short. \nYan > 1: Too long. \n");
}

TEST_CASE("Counts of comments, lists of the newest ones and reply forms are no comments") {
  CHECK(page_with("<a class=comments-link href=#c>No comments</a><div id=respond><form "
                  "class=comment-form><label>Comment</label><p>Please be kind to each other and to "
                  "the editors.</p></form></div>")
            .comments.empty());
  CHECK(
      page_with("<aside class=sidebar><ul class=recentcomments><li class=recentcomments>Ann on <a "
                "href=1>The Treaty of Nowhere</a></li><li class=recentcomments>Bo on <a "
                "href=2>The Other Treaty</a></li></ul></aside>")
          .comments.empty());
}

const std::string kTreatise =
    "<h1>A Short Peace</h1><article><p>The congress met in the autumn of that year, and its first "
    "act, after the anthem and the prayers, was to adjourn for three weeks so that the delegates "
    "could find lodgings.<p>Nobody who had travelled so far wished to leave without a signature, "
    "and so the drafts went round the town in the pockets of waiters.</article>";

std::string entry(const std::string& who, const std::string& text, const std::string& inside = "") {
  return "<div class='x7 q'><p class=username>" + who + "</p><p>3 May 2021, 10:15</p><p>" + text +
         "</p>" + inside + "</div>";
}

TEST_CASE("Comments that no name gives away are told by name, date and text side by side") {
  const std::string answer = entry("Cy", "And it is still not enforced, as far as I can see.");
  const Article article = read_html(
      "<body>" + kTreatise + "<div class=k2>" +
      entry("Ada", "The waiters were never paid for any of this.", "<div>" + answer + "</div>") +
      entry("Bo", "Three weeks was the custom of the time, no more.") + "</div></body>");
  CHECK(thread_lines(article) ==
        "Ada: The waiters were never paid for any of this. \n"
        "Cy > 1: And it is still not enforced, as far as I can see. \n"
        "Bo: Three weeks was the custom of the time, no more. \n");
  CHECK(article.comments.front().published);
  CHECK(article.paragraphs.size() == 2);
}

TEST_CASE(
    "Lists of articles and articles themselves are no comments, though names and dates stand in "
    "them") {
  const auto card = [](const std::string& title) {
    return "<div class=x7><h3><a href=/a>" + title + "</a></h3>" +
           entry("Ada Quill", "An essay on the paper on which treaties are written.") + "</div>";
  };
  CHECK(read_html("<body>" + kTreatise + "<div class=k2>" + card("On Paper") + card("On Ink") +
                  "</div></body>")
            .comments.empty());
  CHECK(read_html("<body><h1>Two notes</h1>" +
                  entry("Ada Quill", "The first note says that the congress met in the autumn.") +
                  entry("Bo Ek", "The second note says that the congress never met at all.") +
                  "</body>")
            .comments.empty());
}

}  // namespace
}  // namespace postil::index
