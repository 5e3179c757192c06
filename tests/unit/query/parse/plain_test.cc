#include "query/parse/plain.h"

#include <doctest/doctest.h>

#include "query/parse/parser.h"

using namespace postil;
using namespace postil::query;

TEST_CASE("a text is read as any of its words, whatever signs are in it") {
  text::Analyser analyser;
  const Node tree = any_of_the_words("alpha (+)- NOT \"won", analyser);
  CHECK(to_query(tree) == "alpha OR not OR won");
  CHECK(std::holds_alternative<AllNode>(any_of_the_words("(+) …", analyser).is));
}

TEST_CASE("many words in capitals are a text, a few abbreviations are not") {
  CHECK(is_all_capitals("WHAT WAS SAID ABOUT THE WAR AND NOT THE PEACE"));
  CHECK(is_all_capitals("ЧТО ГОВОРИЛИ О ВОЙНЕ И О МИРЕ В СТРАНЕ"));
  CHECK_FALSE(is_all_capitals("NATO AND EU"));
  CHECK_FALSE(is_all_capitals("WHAT WAS SAID ABOUT THE WAR AND NOT THE Peace"));
}

TEST_CASE("a run of a script without spaces is its words, a quoted one a phrase") {
  text::Analyser analyser;
  const auto read = [&](std::string_view question, bool any) {
    ParseOptions options;
    options.any = any;
    auto tree = parse(question, options, analyser);
    REQUIRE(std::holds_alternative<Node>(tree));
    return std::get<Node>(std::move(tree));
  };
  CHECK(std::holds_alternative<AndNode>(read("和平谈判", false).is));
  CHECK(std::holds_alternative<OrNode>(read("和平谈判", true).is));
  CHECK(std::holds_alternative<PhraseNode>(read("\"和平谈判\"", false).is));
  CHECK(std::holds_alternative<PhraseNode>(read("peace-talks", false).is));
  CHECK(std::holds_alternative<OrNode>(read("peace-talks", true).is));
}
