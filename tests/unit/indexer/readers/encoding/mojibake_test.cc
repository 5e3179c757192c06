#include "indexer/readers/encoding/mojibake.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/readers/reader_testing.h"

namespace postil::index {
namespace {

std::string mended(std::string_view text) {
  std::size_t sequences = 0;
  return without_mojibake(text, sequences);
}

TEST_SUITE("mojibake") {
  TEST_CASE("what was read wrongly is as it was meant") {
    CHECK(mended("cafÃ©") == "café");
    CHECK(mended("donâ€™t â€“ nowâ€¦") == "don’t – now…");
    CHECK(mended("â€œquotedâ€\xC2\x9D") == "“quoted”");
    CHECK(mended("ÐœÐ¸Ñ€") == "Мир");
  }

  TEST_CASE("what is right stays, and so does what is not wrong throughout") {
    for (const std::string_view text :
         {"café", "naïve Ã", "Ã©t plus café", "ÂME", "SÃO PAULO", "Мир", "plain", "“q”"}) {
      CHECK(mended(text) == text);
    }
  }

  TEST_CASE("an article is mended where there is no doubt, which is told") {
    Collected out;
    MojibakeMender mender(out);
    RawArticle article;
    article.declared.title = "Itâ€™s";
    article.content = MarkedBody{{{schema::Zone::kBody, "A cafÃ©."}, {schema::Zone::kBody, "né"}}};
    mender.article(std::move(article));
    RawArticle doubtful;  // one sequence of two could be meant
    doubtful.content = BodyText{"The signs Ã© are what one sees."};
    mender.article(std::move(doubtful));
    mender.report();
    CHECK(out.articles[0].declared.title == "It’s");
    CHECK(std::get<MarkedBody>(out.articles[0].content).paragraphs[0].text == "A café.");
    CHECK(std::get<MarkedBody>(out.articles[0].content).paragraphs[1].text == "né");
    CHECK(std::get<BodyText>(out.articles[1].content).text == "The signs Ã© are what one sees.");
    CHECK(out.told().find("mojibake: 2 characters") != std::string::npos);
  }
}

}  // namespace
}  // namespace postil::index
