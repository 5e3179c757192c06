#include "indexer/worker/messages.h"

#include <doctest/doctest.h>

#include <string>

namespace postil::index {
namespace {

Article full_article() {
  Article article;
  article.member = "folder/page.html";
  article.fragment = "12";
  article.own_id = "hal-0417";
  article.meta.title = "The table at Panmunjom";
  article.meta.authors = {"Barnabas Elphinstone-Rao", "Nobody"};
  article.meta.published = Published{{2018, 4, 28}, schema::DateSource::kMeta};
  article.meta.updated = PartialDate{2019, 1, 0};
  article.meta.captured = PartialDate{2021, 2, 3};
  article.meta.language = "en";
  article.meta.tags = {"peace"};
  article.paragraphs = {{schema::Zone::kHeading, "One"}, {schema::Zone::kQuote, "Two", 7}};
  article.comments = {{1, "Ann", PartialDate{2020, 0, 0}, 0, {"Yes.", "No."}},
                      {2, "", {}, 1, {"?"}}};
  article.furniture = {{schema::FurnitureReason::kForm, "Leave a reply"}};
  return article;
}

}  // namespace

TEST_CASE("an article comes out as it went in") {
  const std::string bytes = encode(full_article());
  Article article;
  REQUIRE(decode(bytes, article));
  CHECK(encode(article) == bytes);
  CHECK(article.member == "folder/page.html");
  CHECK(article.meta.published->date == PartialDate{2018, 4, 28});
  CHECK(article.meta.updated == PartialDate{2019, 1, 0});
  CHECK(article.meta.captured == PartialDate{2021, 2, 3});
  CHECK(article.paragraphs[1].zone == schema::Zone::kQuote);
  CHECK(article.paragraphs[1].page == 7);
  CHECK(article.comments[1].parent == 1);
  CHECK(article.furniture[0].text == "Leave a reply");
}

TEST_CASE("a request and its end come out as they went in") {
  ReadRequest request;
  request.path = "folder/\xFF.zip";  // of any bytes
  request.begun = std::string("a\0b", 3);
  request.is_file = false;
  request.limits = limits_for(7'000'000);
  request.has_row = true;
  request.row.title = "A title";
  request.member_rows = {{"talks.txt", request.row}};
  request.companions = {"_data/comments/\xFF/1.yml", "_data/comments/2.yml"};
  ReadRequest got;
  REQUIRE(decode(encode(request), got));
  CHECK(encode(got) == encode(request));
  CHECK(got.companions == request.companions);
  CHECK(got.limits.cpu_seconds == 37);
  ReadEnd end{"text", true, 123};
  ReadEnd ended;
  REQUIRE(decode(encode(end), ended));
  CHECK(ended.peak_bytes == 123);
}

TEST_CASE("bytes that are no message are refused wherever they are cut or changed") {
  const std::string bytes = encode(full_article());
  Article article;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode(bytes.substr(0, size), article));
  }
  CHECK_FALSE(decode(bytes + "x", article));
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    for (const char byte : {'\0', '\x7F', '\xFF'}) {
      std::string changed = bytes;
      changed[at] = byte;
      Article any;
      if (decode(changed, any)) CHECK(encode(any).size() <= changed.size() + 8);
    }
  }
}

TEST_CASE("text that is not UTF-8 is refused") {
  Article article;
  article.meta.title = "\xFF";
  Article got;
  CHECK_FALSE(decode(encode(article), got));
}

}  // namespace postil::index
