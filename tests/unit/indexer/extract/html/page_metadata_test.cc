#include "indexer/extract/html/page_metadata.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/extract/html/page_dates.h"
#include "indexer/extract/html/page_facts.h"
#include "tests/unit/indexer/extract/html/html_testing.h"

namespace postil::index {
namespace {

Article page(const std::string& head, const std::string& top, const std::string& address = "") {
  return read_html(
      "<html lang=en-GB><head>" + head + "</head><body>" + top +
          "<p>The congress met in the autumn of that year, and its first act, after the anthem and "
          "the prayers, was to adjourn for three weeks so that the delegates could find "
          "lodgings.<p>Nobody who had travelled so far wished to leave without a signature, and so "
          "the drafts went round the town in the pockets of waiters.</body>",
      address);
}

std::string published(const Article& article) {
  if (!article.meta.published) return "none";
  return to_string(article.meta.published->date) + " " +
         std::string(schema::name(article.meta.published->source));
}

TEST_CASE("JSON-LD is read in a graph, by reference and when it is broken") {
  const Article graph = page(
      "<script "
      "type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":"
      "\"WebSite\",\"name\":\"The "
      "Lantern\"},{\"@type\":[\"Article\",\"NewsArticle\"],\"headline\":\"A "
      "Short Peace\",\"author\":{\"@id\":\"#ada\"},\"datePublished\":\"2021-03-04T10:00:00+01:00\","
      "\"dateModified\":\"2021-03-09\"},{\"@type\":\"Person\",\"@id\":\"#ada\",\"name\":\"Ada "
      "Quill\"}]}</script>",
      "");
  CHECK(graph.meta.title == "A Short Peace");
  CHECK(graph.meta.authors == std::vector<std::string>{"Ada Quill"});
  CHECK(published(graph) == "2021-03-04 json-ld");
  CHECK(to_string(*graph.meta.updated) == "2021-03-09");
  CHECK(graph.meta.outlet == "The Lantern");
  PageFacts facts;
  read_json_ld("<!--\n{\"@type\":\"NewsArticle\",\"headline\":\"A\nshort\npeace\",\n}\n-->", facts);
  CHECK(facts.json.title == "A short peace");
  PageFacts hostile;
  read_json_ld(std::string(100'000, '['), hostile);
  read_json_ld("{\"@type\":\"Article\",\"author\":[[[{}]],1,null,{\"name\":[1,{}]}]}", hostile);
  CHECK(hostile.json.title.empty());
}

TEST_CASE("Meta elements of every school are read, the surest first") {
  const Article article = page(
      "<meta property='og:title' content='A Short Peace | The Lantern'><meta "
      "property='og:site_name' "
      "content='The Lantern'><meta name=citation_author content='Quill, Ada'><meta "
      "name=citation_author content='Ek, Bo'><meta name=date content='2020-01-01'><meta "
      "property='article:published_time' content='2021-03-04T08:00:00Z'><meta "
      "property='article:tag' content=Peace><meta property='article:tag' content=Paper><link "
      "rel=canonical href='https://lantern.example/a-short-peace'>",
      "");
  CHECK(article.meta.title == "A Short Peace");
  CHECK(article.meta.authors == std::vector<std::string>{"Ada Quill", "Bo Ek"});
  CHECK(published(article) == "2021-03-04 meta");
  CHECK(article.meta.url == "https://lantern.example/a-short-peace");
  CHECK(article.meta.language == "en");
  CHECK(article.meta.tags == std::vector<std::string>{"Peace", "Paper"});
}

TEST_CASE("What the page shows names author and date where nothing is declared") {
  const Article byline = page("<title>A Short Peace</title>",
                              "<h1>A Short Peace</h1><p class=x>By Ada Quill | 4 March 2021</p>");
  CHECK(byline.meta.authors == std::vector<std::string>{"Ada Quill"});
  CHECK(published(byline) == "2021-03-04 byline");
  CHECK(byline.paragraphs.size() == 2);
  const Article rel = page("<title>A Short Peace</title>",
                           "<h1>A Short Peace</h1><div class=meta>von <a rel=author "
                           "href=/a>Ada Quill</a> <time datetime='2021-03-04'>4.3.</time></div>");
  CHECK(rel.meta.authors == std::vector<std::string>{"Ada Quill"});
  CHECK(published(rel) == "2021-03-04 meta");
}

TEST_CASE("A date beside the headline counts, one of another article does not") {
  CHECK(
      published(page("<title>A Short Peace</title>",
                     "<div class='intro breadcrumb'><a href=/>Home</a><h1>A Short Peace</h1><p>01. "
                     "November 2021 | Nature</p></div>")) == "2021-11-01 byline");
  CHECK(published(page("<title>A Short Peace</title>",
                       "<div class=related><a href=1>Another peace</a><p>3 May 2020</p></div><h1>A "
                       "Short Peace</h1>")) == "none");
}

TEST_CASE("A date in a list of dated entries is that of an entry") {
  const std::string top =
      "<h1>A Short Peace</h1><div><div class=c><a href=1>One more peace</a> <span>1 May "
      "2020</span></div><div class=c><a href=2>Two more</a> <span>30 April 2020</span></div>"
      "<div class=c><a href=3>A third</a> <span>29 April 2020</span></div></div>";
  const std::string title = "<title>A Short Peace</title>";
  CHECK(published(page(title, top + "<p>Posted on 30 March 2020</p>")) == "2020-03-30 byline");
  CHECK(published(page(title + "<meta name=date content=2020-02-11>", top)) == "2020-02-11 meta");
}

TEST_CASE("Accounts, outlets, addresses and desks are no authors") {
  for (const std::string name : {"admin", "Redaktion", "The Lantern", "https://a.example/u/1",
                                 "mail@a.example", "Staff Writer", "Reuters"}) {
    CAPTURE(name);
    CHECK(page("<meta property='og:site_name' content='The Lantern'><meta name=author content='" +
                   name + "'>",
               "<h1>A Short Peace</h1>")
              .meta.authors.empty());
  }
}

using Names = std::vector<std::string>;

TEST_CASE("A desk or an agency signs where the page shows it in place of people") {
  CHECK(page("", "<h1>A Short Peace</h1><div class=author-name><span>By Staff Writer</span></div>")
            .meta.authors == Names{"Staff Writer"});
  CHECK(page("",
             "<h1>A Short Peace</h1><span class='author vcard'>Redaktion</span><p>By Ada Quill</p>")
            .meta.authors == Names{"Ada Quill"});
  CHECK(page("", "<h1>A Short Peace</h1><span class='author vcard'>admin</span>")
            .meta.authors.empty());
}

TEST_CASE("Cards for previews name authors behind a label that says so") {
  CHECK(page("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' "
             "content='Ada Quill'>",
             "<h1>A Short Peace</h1>")
            .meta.authors == Names{"Ada Quill"});
  CHECK(page("<meta name='twitter:label1' content='Reading time'><meta name='twitter:data1' "
             "content='Ada Quill'>",
             "<h1>A Short Peace</h1>")
            .meta.authors.empty());
}

TEST_CASE("Organisations of JSON-LD are no people, however their names look") {
  CHECK(page("<meta name=author content='Lantern Quarter'><script "
             "type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"@type\":"
             "\"Organization\",\"name\":\"Lantern Quarter\"}]}</script>",
             "<h1>A Short Peace</h1>")
            .meta.authors.empty());
}

TEST_CASE("A name is found where its element holds more, and where its label stands apart") {
  for (const std::string top :
       {"<div class=author-info><img alt=''><a href=/in/ada>Ada Quill</a><h4>Clerk of the "
        "congress, member of the commission on drafts</h4></div>",
        "<h4 class='vcard author'>vom <span class=fn>Ada Quill</span></h4>",
        "<h5>Author: </h5>Ada Quill/LTN", "<h4>Author</h4><p><a href=/p/12>Ada Quill</a>, </p>",
        "<div class=author><a href='/search?q=1'>Interview: Ada Quill</a></div>",
        "<p>Politics <a href='/author/ada-quill/'>Ada Quill</a></p>"}) {
    CAPTURE(top);
    CHECK(page("", "<h1>A Short Peace</h1>" + top).meta.authors == Names{"Ada Quill"});
  }
  std::string all = "<h1>A Short Peace</h1><p>";
  for (const std::string name : {"Ada Quill", "Bo Ek", "Cy Lund", "Di Holt"}) {
    all += "<a href='/author/x'>" + name + "</a> ";
  }
  CHECK(page("", all).meta.authors.empty());  // a list of columnists
}

TEST_CASE("A line at the foot tells who posted the page") {
  const std::string prose =
      "<div class=post><h1>A Short Peace</h1><p>The congress met in the autumn of that year, and "
      "its "
      "first act, after the anthem, was to adjourn for three weeks so that all could find "
      "lodgings.<p>Nobody who had travelled so far wished to leave without a signature, and so the "
      "drafts went round the town.";
  CHECK(read_html(prose + "<p class=x>Posted in Letters by quill on March 4, 2021</p></div>")
            .meta.authors == Names{"quill"});
  CHECK(read_html(prose + "<p class=x>Posted by Quill under Letters</p></div>").meta.authors ==
        Names{"Quill"});
}

TEST_CASE("A heading that is the longest part of the page's name is the title") {
  CHECK(page("<title>Four Seasons Left » Archive » The Counting of Small Treaties</title>",
             "<h1><a href='https://seasons.example'>Four Seasons Left</a></h1><h2><a "
             "href='/2021/counting'>The Counting of Small Treaties</a></h2>")
            .meta.title == "The Counting of Small Treaties");
  CHECK(page("<title>A Short Peace│The Lantern</title><meta property='og:site_name' content='The "
             "Lantern'>",
             "")
            .meta.title == "A Short Peace");
}

TEST_CASE("The address dates a page where nothing else does") {
  CHECK(published(page("", "<h1>Peace</h1>", "https://a.example/2021/03/04/peace")) ==
        "2021-03-04 url");
  CHECK(to_string(*date_of_url("https://a.example/2021/3/peace.html")) == "2021-03");
  CHECK(to_string(*date_of_url("https://a.example/news/20210304-peace")) == "2021-03-04");
  CHECK(to_string(*date_of_url("https://a.example/x-2021-03-04.html")) == "2021-03-04");
  CHECK_FALSE(date_of_url("https://a.example/article/20219999/1850"));
  CHECK_FALSE(date_of_url("https://a.example/2021/13/"));
  CHECK_FALSE(date_of_url("https://2021-03-04.example"));
}

TEST_CASE("The name of the site is cut from a title and is none itself") {
  CHECK(page("<title>A Short Peace - Part Two | The Lantern</title><meta property='og:site_name' "
             "content='The Lantern'>",
             "")
            .meta.title == "A Short Peace - Part Two");
  CHECK(page("<title>The Lantern: A Short Peace</title><meta property='og:site_name' content='The "
             "Lantern'>",
             "<h1><a href='/'>The Lantern</a></h1><h2>A Short Peace</h2>")
            .meta.title == "A Short Peace");
}

}  // namespace
}  // namespace postil::index
