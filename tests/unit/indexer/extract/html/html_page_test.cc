#include "indexer/extract/html/html_page.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/extract/html/html_testing.h"

namespace postil::index {
namespace {

const std::string kFirst =
    "The congress met in the autumn of that year, and its first act, after the anthem and the "
    "prayers, was to adjourn for three weeks so that the delegates could find lodgings.";
const std::string kSecond =
    "Nobody who had travelled so far wished to leave without a signature, and so the drafts went "
    "round the town in the pockets of waiters, of whom the police knew most by name.";
const std::string kThird =
    "What was signed in the end was shorter than any of them, because the printer had run out of "
    "paper, and the ministers had run out of patience with the printer and each other.";

// A page as magazines make them: menus, a sidebar, teasers, a form.
std::string page_around(const std::string& main, const std::string& head = "") {
  return "<!DOCTYPE html><html lang=en><head><title>A Short Peace - The Lantern</title>" + head +
         "</head><body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>"
         "<header><a href=/><img src=l alt=Lantern></a></header>" +
         main +
         "<aside class=sidebar><h3>Most read</h3><p>A minister who never slept and other stories "
         "from the archive that our readers liked this week.</p></aside><div class='related-posts'>"
         "<h3>Related</h3><p>Another long essay about rivers, borders and the men who drew them on "
         "a napkin one evening.</p></div><form class=newsletter><p>Sign up for the letter that we "
         "send each Friday, with the best of the week.</p><input name=m></form>"
         "<footer><p>Copyright The Lantern, all rights reserved, printed on paper.</p></footer>"
         "</body></html>";
}

TEST_CASE("The body is found by its prose, whatever its elements are named") {
  const Article article =
      read_html(page_around("<div class=x1><div class=q7><h1>A Short Peace</h1><p>" + kFirst +
                            "<p>" + kSecond + "<p>" + kThird + "</div></div>"));
  CHECK(article.meta.title == "A Short Peace");
  CHECK(body_lines(article) ==
        "body: " + kFirst + "\nbody: " + kSecond + "\nbody: " + kThird + "\n");
  CHECK(furniture_text(article).find("minister who never slept") != std::string::npos);
  CHECK(furniture_text(article).find("Sign up") != std::string::npos);
  CHECK(article.meta.language == "en");
}

TEST_CASE("Headings, quotes and lists keep their zones; credits of pictures are left out") {
  const Article article = read_html(page_around(
      "<article><h1>A Short Peace</h1><figure><img src=a><figcaption>The hall. Photo: A. "
      "Lee</figcaption></figure><p>" +
      kFirst + "<h2>The drafts</h2><blockquote><p>" + kSecond +
      "</blockquote><ul><li>the first draft, of nine pages<li>the second, of four</ul><p>" +
      kThird + "</article>"));
  CHECK(body_lines(article) == "body: " + kFirst + "\nheading: The drafts\nquote: " + kSecond +
                                   "\nlist: the first draft, of nine pages\nlist: the second, of "
                                   "four\nbody: " +
                                   kThird + "\n");
}

TEST_CASE("Tables that lay out a page and line breaks that part paragraphs are understood") {
  const Article article = read_html(
      "<html><title>A Short Peace</title><body><table><tr><td width=120><a href=1>News</a><br><a "
      "href=2>Essays</a><br><a href=3>Letters</a></td><td><font size=5><b>A Short "
      "Peace</b></font><br><br>" +
      kFirst + "<br><br>" + kSecond + "<br><br>" + kThird + "</td></tr></table></body></html>");
  CHECK(body_lines(article).find("body: " + kFirst + "\nbody: " + kSecond + "\nbody: " + kThird) !=
        std::string::npos);
  CHECK(body_lines(article).find("Letters") == std::string::npos);
}

TEST_CASE("Prose in an element of a bad name is kept when it is all there is") {
  const Article article =
      read_html("<body class='has-sidebar comments-open'><div class='widget box'><p>" + kFirst +
                "<p>" + kSecond + "<p>" + kThird + "</div>");
  CHECK(article.paragraphs.size() == 3);
  CHECK(article.comments.empty());
}

TEST_CASE("Words hidden inside a sentence are not part of it") {
  const Article article = read_html(page_around(
      "<article><h1>A Short Peace</h1><p>The envoy <span style='display:none'>Envoy X, born in "
      "1801, see also treaties</span>left. " +
      kFirst + "<p>" + kSecond + "<p>" + kThird + "</article>"));
  CHECK(article.paragraphs.at(0).text == "The envoy left. " + kFirst);
}

TEST_CASE("A paragraph keeps its words that are named as parts of pages are named") {
  const Article article = read_html(
      page_around("<article><h1>A Short Peace</h1><p>The <span class='related share'>envoy</span> "
                  "left. " +
                  kFirst + "<p>" + kSecond + "<p>" + kThird + "</article>"));
  CHECK(article.paragraphs.at(0).text == "The envoy left. " + kFirst);
}

TEST_CASE("Pointers to other articles and headings of nothing do not end a body") {
  const Article article = read_html(
      page_around("<article><h1>A Short Peace</h1><p>" + kFirst + "<p>" + kSecond +
                  "<h3>Listen to this</h3><h3>The printer</h3><p>" + kThird +
                  "<p>See also what we wrote about it: <a href=1>The War of the Printers and the "
                  "Binders</a>, on paper.</p><h3>More</h3></article>"));
  CHECK(body_lines(article) == "body: " + kFirst + "\nbody: " + kSecond +
                                   "\nheading: The printer\nbody: " + kThird + "\n");
}

TEST_CASE("A page without prose is taken as it is") {
  const Article article =
      read_html("<title>List</title><body><h1>Delegates</h1><div>Ada Quill</div><div>Bo Ek</div>");
  CHECK(body_lines(article).find("Bo Ek") != std::string::npos);
}

TEST_CASE("Pages in other scripts have bodies as well") {
  const std::string chinese =
      "会议在那年秋天召开，代表们在祈祷之后的第一个决定是休会三周，以便寻找住处，然后再讨论条约的草"
      "案。";
  const std::string russian =
      "Конгресс собрался осенью того года, и первым его решением было разойтись на три недели, "
      "чтобы "
      "делегаты могли найти жильё.";
  for (const std::string& text : {chinese, russian}) {
    const Article article =
        read_html("<title>x</title><body><div id=menu><a href=1>一</a></div><div><p>" + text +
                  "<p>" + text + "2<p>" + text + "3</div>");
    CHECK(article.paragraphs.size() == 3);
  }
}

TEST_CASE("Comments are never in the body") {
  const Article article = read_html(page_around(
      "<article><h1>A Short Peace</h1><p>" + kFirst + "<p>" + kSecond + "<p>" + kThird +
      "</article><div id=comments><h3>One comment</h3><ol class=commentlist><li class=comment "
      "id=comment-7><cite>Wanda</cite> says:<p>I was there, as a waiter, and the drafts were in "
      "French, which none of us could read.</ol></div>"));
  CHECK(article.paragraphs.size() == 3);
  CHECK(thread_lines(article) ==
        "Wanda: I was there, as a waiter, and the drafts were in French, "
        "which none of us could read. \n");
}

TEST_CASE("What stands above a title that comes twice, and a standfirst set as heading, stay") {
  const std::string prose =
      "<p>The congress met in the autumn of that year, and its first act, after the anthem and the "
      "prayers, was to adjourn for three weeks so that the delegates could find lodgings.";
  CHECK(body_lines(read_html("<h1>A Short Peace</h1><nav><a href=1>One</a></nav><div class=post>" +
                             prose + "<h2>A Short Peace</h2>" + prose + " Again.</div>"))
            .find("body: The congress met") == 0);
  const std::string lead =
      "Our correspondent travels to the town where nobody would sign the paper";
  const Article under = read_html("<h1>A Short Peace</h1><div class=post><h4>" + lead +
                                  "</h4><h5>I" + "</h5>" + prose + prose + " Again.</div>");
  CHECK(body_lines(under).find(lead) != std::string::npos);
}

TEST_CASE("What machines print into a page is no part of its body") {
  const Article article = read_html(
      "<h1>A Short Peace</h1><div class=post><p>Warning: Creating default object from empty value "
      "in "
      "/www/htdocs/theme.php on line 12<p>The congress met in the autumn of that year, and its "
      "first "
      "act, after the anthem and the prayers, was to adjourn for three weeks.</div>");
  CHECK(article.paragraphs.size() == 1);
}

}  // namespace
}  // namespace postil::index
