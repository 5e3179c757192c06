#include "core/text/apostrophe.h"

#include <doctest/doctest.h>

#include <string>

#include "core/text/analyser.h"

using namespace postil::text;

namespace {

// The words of `text`, a space between each two.
std::string words(std::string_view text) {
  Analyser analyser;
  std::string all;
  for (const std::string& word : analyser.words(text)) all += (all.empty() ? "" : " ") + word;
  return all;
}

}  // namespace

TEST_CASE("what French, Italian and Catalan elide is a word of its own") {
  CHECK(words("l'accord d’État qu'on jusqu'à") == "l accord d etat qu on jusqu a");
  CHECK(words("dell'Europa Un'altra c'è DELL’UNIONE") == "dell europa un altra c e dell unione");
  CHECK(words("l'independència d’hivern") == "l independencia d hivern");
  CHECK(words("d'Hondt L'Oréal d'aujourd'hui") == "d hondt l oreal d aujourd'hui");
  CHECK(words("quelqu'un presqu'île grand'mère") == "quelqu'un presqu'ile grand'mere");
}

TEST_CASE("the Turkish ending of a name is a word of its own") {
  CHECK(words("İSTANBUL'da Ankara'nın Erdoğan’ın") == "istanbul da ankara nin erdogan in");
  CHECK(words("Apple'ın Google’a AB'nin Kur'an'da") == "apple in google a ab nin kur'an da");
  CHECK(words("Türkiye'deki Ankara'dakiler Zelenskiy'le") ==
        "turkiye deki ankara dakiler zelenskiy le");
  CHECK(words("1990'da %50'si") == "1990 da 50 si");
}

TEST_CASE("any other apostrophe stays in its word") {
  for (const char* text :
       {"don't",   "they're", "o'brien", "o'connor", "ma'am", "it's",     "i'd",
        "o'clock", "ne'er",   "d'souza", "m'lady",   "c'mon", "qur'an",   "shi'a",
        "sana'a",  "hawai'i", "sa'da",   "ka'aba",   "xi'an", "ha'aretz", "c'hoar",
        "ng'ombe", "o'zbek",  "ta'lim",  "liu'un",   "auto's"}) {
    CHECK(words(text) == text);
  }
  CHECK(words("п’ять об'їзд В’єтнам Лук'яненко") == "п'ять об'їзд в'єтнам лук'яненко");
}

TEST_CASE("apostrophes that part nothing end") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "un’";
  CHECK(Analyser().words(text + "é").size() == 100'001);
  text.clear();
  for (int i = 0; i < 100'000; ++i) text += "a'";
  CHECK(Analyser().words(text + "a").size() == 1);
  CHECK(Analyser().words(text + "é").size() == 1);
}

TEST_CASE("an apostrophe between two words is an elision or begins an ending") {
  CHECK(parting("l", "accord") == Parting::kElision);
  CHECK(parting("istanbul", "da") == Parting::kEnding);
  CHECK(parting("don", "t") == Parting::kNone);
  CHECK(parting("", "da") == Parting::kNone);
  CHECK(parting("istanbul", "") == Parting::kNone);
}
