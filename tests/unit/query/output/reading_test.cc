// An article printed to be read.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "query/output/output.h"
#include "query/output/thread.h"
#include "tests/support/schema_checker.h"

namespace postil::query {
namespace {

using Json = nlohmann::json;

ReadComment comment(std::uint32_t number, std::uint32_t parent, std::string author = "") {
  ReadComment made;
  made.id = "pages/treaty.txt#c" + std::to_string(number);
  made.path = "pages/treaty.txt";
  made.hash = "xxh3:0";
  made.number = number;
  made.parent = parent;
  made.author = std::move(author);
  made.paragraphs = {{1, schema::Zone::kComment, {"Said " + std::to_string(number) + ".", {}}}};
  return made;
}

Reading sample() {
  Reading reading;
  reading.id = reading.path = "pages/treaty.txt";
  reading.hash = "xxh3:1";
  reading.title = {"The Treaty", {{4, 10}}};
  reading.authors = {"Ann Lee"};
  reading.outlet = "The Courier";
  reading.standfirst = {"What it cost", {}};
  reading.paragraphs = {{1, schema::Zone::kHeading, {"Before", {}}},
                        {2, schema::Zone::kBody, {"A treaty ends.", {{2, 8}}}},
                        {3, schema::Zone::kQuote, {"So he said.", {}}}};
  reading.author_note = {"Ann Lee writes.", {}};
  reading.comments = {comment(1, 0, "Ivo"), comment(2, 1), comment(3, 0), comment(4, 2)};
  reading.furniture = {{schema::FurnitureReason::kAppeal, "Give today"}};
  return reading;
}

std::string printed(const Reading& reading, OutputOptions options = {},
                    std::string_view form = "text") {
  std::string out;
  find_output(form)->article(reading, options, out);
  return out;
}

std::vector<std::uint32_t> order(const std::vector<ReadComment>& comments) {
  std::vector<std::uint32_t> numbers;
  for (const ThreadPlace& place : thread_of(comments)) {
    numbers.push_back(comments[place.comment].number);
  }
  return numbers;
}

TEST_CASE("an article reads from its title to what was around it") {
  CHECK(printed(sample()) == R"(The Treaty
Ann Lee · undated · The Courier
pages/treaty.txt
pages/treaty.txt

     What it cost

¶1   Before

¶2   A treaty ends.

¶3   │ So he said.

     Author note: Ann Lee writes.

4 comments

Comment 1, Ivo, undated
¶1   Said 1.

   Comment 2, anonymous, undated, answers comment 1
   ¶1   Said 2.

      Comment 4, anonymous, undated, answers comment 2
      ¶1   Said 4.

Comment 3, anonymous, undated
¶1   Said 3.

1 piece of what surrounds it folded away (appeal); --furniture shows it
)");
}

TEST_CASE("matches are highlighted and furniture unfolded on demand") {
  OutputOptions options;
  options.colour = true;
  options.furniture = true;
  const std::string out = printed(sample(), options);
  CHECK(out.find("A \x1b[1;31mtreaty\x1b[0m ends.") != std::string::npos);
  CHECK(out.find("Give today") != std::string::npos);
}

TEST_CASE("a comment is shown within its conversation") {
  Reading reading = sample();
  reading.selected_comment = 4;
  const std::string out = printed(reading);
  CHECK(out.find("3 of 4 comments") != std::string::npos);
  CHECK(out.find("▸ Comment 4") != std::string::npos);
  CHECK(out.find("Comment 3") == std::string::npos);
  CHECK(out.find("A treaty ends.") == std::string::npos);
}

TEST_CASE("a conversation has every comment once, whatever their parents say") {
  CHECK(order({comment(1, 0), comment(2, 1), comment(3, 0), comment(4, 1)}) ==
        std::vector<std::uint32_t>{1, 2, 4, 3});
  CHECK(order({comment(1, 2), comment(2, 1), comment(3, 3), comment(5, 9)}) ==
        std::vector<std::uint32_t>{5, 1, 2, 3});
  std::vector<ReadComment> deep;
  for (std::uint32_t i = 1; i <= 100000; ++i) deep.push_back(comment(i, i - 1));
  CHECK(thread_of(deep).back().depth == 99999);
}

TEST_CASE("the JSON of an article keeps its schema and is explained") {
  const Json json = Json::parse(printed(sample(), {}, "json"));
  CHECK(test::breaches_of(json.dump(), "article.schema.json") == std::vector<std::string>{});
  Reading empty;
  CHECK(test::breaches_of(printed(empty, {}, "json"), "article.schema.json") ==
        std::vector<std::string>{});
  const std::string manual = test::document("json.md");
  for (const auto& item : json.items()) {
    CHECK_MESSAGE(manual.find("`" + item.key() + "`") != std::string::npos, item.key());
  }
  CHECK(json["paragraphs"][1]["highlights"] == Json::parse("[[2,8]]"));
}

}  // namespace
}  // namespace postil::query
