// What must hold of any text in any script: folding is idempotent, words stand where they say they
// stand, and every word of an indexed article finds it.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/text/analyser.h"
#include "core/text/fold.h"
#include "core/text/utf8.h"
#include "query/search/searcher.h"
#include "tests/support/database.h"
#include "tests/support/random.h"

using namespace postil;
using postil::test::Random;

namespace {

// Written for this test, one or two sentences a script.
constexpr std::array<const char*, 16> kTexts = {
    "The ferry left at 7.30; nobody's luggage (a well-worn bag) was aboard.",
    "Der Fährmann aß früh, und die Straßenbahn hielt vor der Schiffsanlegestelle.",
    "İskelede Işıl'ın ılık çayı içildi; gemi öğleden önce kalkmadı.",
    "Паром ушёл рано, и никто не успел. Её чемодан остался на пристани.",
    "Пором відплив удосвіта, об'їзд закрито, і ніхто не поїхав.",
    "Το πλοίο έφυγε νωρίς· οι άνθρωποι έμειναν στην προκυμαία.",
    "غادرت العبّارة الميناء في الصباح، وبقيت الحقـــيبة على الرصيف.",
    "הַמַּעְבֹּרֶת יצאה מוקדם, ואיש לא עלה עליה.",
    "नाव सुबह जल्दी चली गई और यात्री किनारे पर रह गए।",
    "เรือข้ามฟากออกแต่เช้าและไม่มีใครขึ้นทัน",
    "渡轮一早就离开了码头，没有人赶上。",
    "渡し船は朝早く出て、だれも間に合わなかった。",
    "나룻배는 아침 일찍 떠났고 아무도 타지 못했다.",
    "Chuyến phà rời bến sớm và không ai kịp lên.",
    "ເຮືອຂ້າມຟາກອອກແຕ່ເຊົ້າ ແລະບໍ່ມີໃຜຂຶ້ນທັນ",
    "កាណូតចាកចេញពីព្រឹក ហើយគ្មាននរណាឡើងទាន់ទេ",
};

// A text with some of its characters moved, doubled or taken from another text.
std::string scrambled(Random& random, std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) letters += text::next_code_point(text, at);
  for (int i = 0; i < 6; ++i) {
    const std::size_t a = random.below(letters.size());
    const std::size_t b = random.below(letters.size());
    std::swap(letters[a], letters[b]);
  }
  std::string out;
  for (const char32_t letter : letters) text::append_code_point(letter, out);
  return out;
}

template <class Check>
void each_text(Check&& check) {
  constexpr std::uint32_t kSeed = 20'251'124;
  Random random(kSeed);
  for (const char* text : kTexts) {
    check(std::string(text));
    for (int i = 0; i < 20; ++i) check(scrambled(random, text));
  }
}

}  // namespace

TEST_CASE("folding twice is folding once") {
  each_text([](const std::string& text) {
    const std::string once = text::fold(text);
    CHECK_MESSAGE(text::fold(once) == once, text);
  });
}

TEST_CASE("a word's bytes are whole characters of the text, in order, and fold to the word") {
  text::Analyser analyser;
  each_text([&](const std::string& text) {
    text::WordStream words(analyser, text);
    std::uint32_t behind = 0;
    for (text::Word word; words.next(word);) {
      CHECK(word.begin >= behind);
      CHECK(word.end > word.begin);
      REQUIRE(word.end <= text.size());
      CHECK(text::floor_boundary(text, word.begin) == word.begin);
      CHECK(text::floor_boundary(text, word.end) == word.end);
      CHECK(text::fold(text.substr(word.begin, word.end - word.begin)) == word.term);
      behind = word.end;
    }
  });
}

TEST_CASE("every word of an indexed article finds it, highlighted") {
  const test::TemporaryFolder folder;
  std::vector<index::Article> articles;
  for (const char* text : kTexts) {
    index::Article article;
    article.meta.title = "Untitled";
    article.paragraphs.push_back({schema::Zone::kBody, text});
    articles.push_back(std::move(article));
  }
  test::write_database(folder.path() + "/db", articles);
  const auto searcher = query::Searcher::open(folder.path() + "/db");
  REQUIRE(searcher);
  for (std::size_t i = 0; i < kTexts.size(); ++i) {
    for (const std::string& word : text::Analyser().words(kTexts[i])) {
      CAPTURE(word);
      query::Request request;
      request.tree.is = query::WordNode{schema::FieldId::kText, {word, query::Match::kExact, 0}};
      request.limit = kTexts.size();
      const auto answer = (*searcher)->answer(request);
      REQUIRE(answer);
      bool found = false;
      for (const query::ArticleHit& hit : answer->results) {
        found = found || (hit.id == "test/" + std::to_string(i) && !hit.passages.empty() &&
                          !hit.passages.front().highlights.empty());
      }
      CHECK(found);
    }
  }
}
