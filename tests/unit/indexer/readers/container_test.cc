#include "indexer/readers/container.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil::index;

TEST_CASE("names in containers are labels: whatever they say, they lead nowhere") {
  CHECK(member_label("folder/page.html") == "folder/page.html");
  CHECK(member_label("../../../../tmp/evil.txt") == "tmp/evil.txt");
  CHECK(member_label("/abs/evil.txt") == "abs/evil.txt");
  CHECK(member_label("C:\\Users\\ann\\talks.txt") == "Users/ann/talks.txt");
  CHECK(member_label("..\\..\\win.txt") == "win.txt");
  CHECK(member_label("a/./b//c") == "a/b/c");
  CHECK(member_label("new\nline\x1B[31m.txt") == "new line [31m.txt");
  CHECK(member_label("bad \xFF name") == "bad \xEF\xBF\xBD name");
  CHECK(member_label("../..").empty());
  CHECK(member_label(std::string(100'000, 'x')).size() == 1000);
}

TEST_CASE("what no person put into a container is passed over") {
  CHECK(is_hidden_member("__MACOSX/a.txt"));
  CHECK(is_hidden_member(".DS_Store"));
  CHECK(is_hidden_member("folder/.hidden/a.txt"));
  CHECK_FALSE(is_hidden_member("folder/a.b.txt"));
}

TEST_CASE("a member is read by the reader its content asks for, under its own name") {
  Collected collected;
  Source outer = Source::of_memory("press.zip", std::string(10'000, 'x'));
  Members members(outer, collected);
  Source page = Source::of_member(outer, "talks.txt", "The talks went on.");
  CHECK(members.read("talks.txt", page));
  Source lines = Source::of_member(outer, "a.jsonl", "{\"id\":\"h-1\",\"text\":\"Peace.\"}\n");
  CHECK(members.read("a.jsonl", lines));
  Source picture = Source::of_member(outer, "p.png", "\x89PNG\r\n\x1a\n");
  CHECK(members.read("p.png", picture));
  members.finish();
  REQUIRE(collected.articles.size() == 2);
  CHECK(collected.articles[0].member == "talks.txt");
  CHECK(collected.articles[1].member == "a.jsonl");
  CHECK(collected.articles[1].fragment == "h-1");
  REQUIRE(collected.findings.size() == 1);
  CHECK(collected.findings[0].severity == Severity::kCut);
  CHECK(collected.findings[0].detail.find("p.png: Not text") == 0);
}

TEST_CASE("a page is named by its address, and keeps what it says of itself") {
  Collected collected;
  Source outer = Source::of_memory("crawl.warc", std::string(10'000, 'x'));
  Members members(outer, collected);
  MemberFacts facts;
  facts.address = "https://example.org/talks";
  facts.captured = postil::PartialDate{2022, 4, 1};
  CHECK(members.read_page(facts, "The talks went on."));
  REQUIRE(collected.articles.size() == 1);
  CHECK(collected.articles[0].fragment == "https://example.org/talks");
  CHECK(collected.articles[0].declared.url == "https://example.org/talks");
  CHECK(collected.articles[0].declared.captured == postil::PartialDate{2022, 4, 1});
  CHECK_FALSE(collected.articles[0].declared.published);
}

TEST_CASE("a file that unfolds without measure is left, and said to be one") {
  Collected collected;
  Source outer = Source::of_memory("bomb.zip", "tiny");
  Members members(outer, collected);
  std::size_t given = 0;
  Source endless = Source::of_member(outer, "a.txt", [&](char* to, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) to[i] = i % 80 == 79 ? '\n' : 'x';
    given += size;
    return postil::Result<std::size_t>(size);
  });
  CHECK_FALSE(members.read("a.txt", endless));
  CHECK(given < kFreeExpansion + 1'000'000);
  CHECK(collected.has("expands-too-much"));
  Source next = Source::of_member(outer, "b.txt", "Words.");
  CHECK_FALSE(members.read("b.txt", next));
}

TEST_CASE("containers in containers are opened to a depth") {
  Collected collected;
  Source outer = Source::of_memory("a.zip", std::string(10'000, 'x'));
  std::vector<Source> nested;
  nested.push_back(Source::of_member(outer, "1", std::string("Words.")));
  for (int i = 1; i < kMostDepth; ++i) {
    nested.push_back(Source::of_member(nested.back(), "n", std::string("Words.")));
  }
  Members members(outer, collected);
  CHECK(members.read("deep", nested.back()));
  CHECK(collected.articles.size() == 1);
  Source deeper = Source::of_member(nested.back(), "n", std::string("Words."));
  CHECK(members.read("deeper", deeper));
  CHECK(collected.has("too-deep"));
}

TEST_CASE("of one fault in a thousand members twenty are told, and then how many") {
  Collected collected;
  Source outer = Source::of_memory("a.zip", std::string(10'000, 'x'));
  Members members(outer, collected);
  for (int i = 0; i < 1000; ++i) members.finding("x", Severity::kSkipped, "binary", "a picture");
  members.finish();
  REQUIRE(collected.findings.size() == 21);
  CHECK(collected.findings.back().detail == "980 more findings like these");
}

TEST_CASE("a whole file is loaded up to a size") {
  Collected collected;
  std::string bytes;
  Source small = Source::of_memory("a", "abc");
  CHECK(load_whole(small, 3, collected, bytes));
  CHECK(bytes == "abc");
  Source large = Source::of_memory("a", "abcd");
  CHECK_FALSE(load_whole(large, 3, collected, bytes));
  CHECK(collected.has("too-large"));
}
