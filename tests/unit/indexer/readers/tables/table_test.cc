#include "indexer/readers/tables/table.h"

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "tests/support/temporary_folder.h"
#include "tests/unit/indexer/readers/reader_testing.h"

namespace postil::index {
namespace {

std::string text_of(const RawArticle& article) {
  if (const auto* const body = std::get_if<BodyText>(&article.content)) return body->text;
  std::string text;
  if (const auto* const marked = std::get_if<MarkedBody>(&article.content)) {
    for (const Paragraph& paragraph : marked->paragraphs) text += paragraph.text + "|";
  }
  return text;
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST_SUITE("table") {
  TEST_CASE("a row is an article, with the usual names of columns") {
    const auto read =
        read_with(kTableReader,
                  "\xEF\xBB\xBFid,Headline,author,Published Date,text,tags,comments\r\n"
                  "7,\"Ships, \"\"sails\"\"\",Ann Lee,2024-03-20,\"One.\r\n\r\nTwo.\",a;b,"
                  "\"[{\"\"author\"\":\"\"Cy\"\",\"\"text\"\":\"\"Yes.\"\"}]\"\r\n"
                  "7,Again,,soon,Three.,,\r\n",
                  "a.csv");
    REQUIRE(read.articles.size() == 2);
    const RawArticle& first = read.articles[0];
    CHECK(first.declared.title == "Ships, \"sails\"");
    CHECK(first.declared.authors == std::vector<std::string>{"Ann Lee"});
    CHECK(to_string(first.declared.published->date) == "2024-03-20");
    CHECK(first.declared.tags == std::vector<std::string>{"a", "b"});
    CHECK(text_of(first) == "One.\n\nTwo.");
    REQUIRE(first.comments.size() == 1);
    CHECK(first.comments[0].author == "Cy");
    CHECK(read.articles[1].fragment == "7~2");
    CHECK(read.has("doubtful-row"));
  }

  TEST_CASE("tabs, old encodings and cells longer than a piece") {
    const std::string longer(300'000, 'x');
    const auto read =
        read_with(kTableReader, "title\ttext\nCaf\xE9\t" + longer + "\n\t\n", "a.tsv");
    REQUIRE(read.articles.size() == 1);
    CHECK(read.articles[0].declared.title == "Café");
    CHECK(text_of(read.articles[0]) == longer);
    CHECK(read_with(kTableReader, "title,text\nA,\"open", "a.csv").has("unclosed-quote"));
    CHECK(read_with(kTableReader, "title,text\n", "a.csv").has("empty"));
  }

  TEST_CASE("a stray quote costs no row, and is told with its line") {
    const auto read =
        read_with(kTableReader,
                  "title,author,text\nA,\"Ann,One.\nB,Bo,Two.\nC,Cy,\"Three, four.\"\n", "a.csv");
    REQUIRE(read.articles.size() == 3);
    CHECK(read.articles[1].declared.title == "B");
    CHECK(read.told().find("doubtful-row: Line 2: a quote begins a cell") != std::string::npos);
    const auto cut = read_with(kTableReader, "title,text\nA,x\nB,\"One.\n\nTwo", "a.csv");
    CHECK(cut.articles.size() == 2);
    CHECK(cut.told().find("unclosed-quote: A quote that is opened in the row at line 3") == 0);
  }

  TEST_CASE("comments in a cell that are no list are told") {
    const auto read =
        read_with(kTableReader, "title,comments,text\nA,12,x\nB,\"\"\"below\"\"\",y\n", "a.csv");
    CHECK(read.articles.size() == 2);
    CHECK(read.told() == "doubtful-row: Line 3: 'comments' is a text, not a list: not read\n");
  }

  TEST_CASE("the comments of a companion are joined to their articles in thread order") {
    const test::TemporaryFolder folder;
    const std::string comments = folder.path() + "/gnm_comments.csv";
    write(comments,
          "article_id,comment_counter,comment_author,timestamp,post_time,comment_text\n"
          "11,source1_11_10,Ed (2),,\"Dec 13, 2016\",Eleventh.\n"
          "12,source1_12_0,Bo,,,Other.\n"
          "11,source1_11_0_0,Cy,2016-01-02 10:00:00,,\"An answer,\nof two lines.\"\n"
          "11,source1_11_0,Di,2016-01-01 10:00:00,,First.\n"
          "99,source1_99_0,Di,,,Stray.\n"
          "11,source1_11_1,Di,,,\n");
    Collected read;
    Source source = Source::of_memory("gnm_articles.csv",
                                      "article_id,title,article_url,author,published_date,"
                                      "ncomments,ntop_level_comments,article_text\n"
                                      "11,T,http://g.example/11/,Ann Lee,2015-10-16 EDT,3,2,"
                                      "<p>One.</p><p>Two.</p>\n12,U,,,,1,1,<p>x</p><p>y</p>\n");
    source.set_companions({comments});
    kTableReader.read(source, read);
    REQUIRE(read.articles.size() == 2);
    CHECK(to_string(read.articles[0].declared.published->date) == "2015-10-16");
    CHECK(text_of(read.articles[0]) == "One.|Two.|");
    const auto& thread = read.articles[0].comments;
    REQUIRE(thread.size() == 3);
    CHECK(thread[0].text == "First.");
    CHECK(thread[1].text == "An answer,\nof two lines.");
    CHECK(thread[1].parent_id == thread[0].own_id);
    CHECK(to_string(*thread[1].published) == "2016-01-02");
    CHECK(thread[2].author == "Ed (2)");
    CHECK(thread[2].parent_id.empty());
    CHECK(to_string(*thread[2].published) == "2016-12-13");
    CHECK(read.articles[1].comments.size() == 1);
    CHECK(read.told().find("1 comments in 'gnm_comments.csv' belong to 1 articles that are not") !=
          std::string::npos);
  }
}

}  // namespace
}  // namespace postil::index
