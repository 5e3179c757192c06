#include "core/text/ukrainian.h"

#include <doctest/doctest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "core/text/stem.h"

using namespace postil::text;

namespace {

using Forms = std::vector<const char*>;

// Declensions, each of one word.
const std::array kWords = {
    Forms{"київ", "києва", "києву", "києвом", "києві"},
    Forms{"львів", "львова", "львову", "львовом", "львові"},
    Forms{"харків", "харкова", "харкову", "харковом", "харкові"},
    Forms{"миколаїв", "миколаєва", "миколаєву", "миколаєвом", "миколаєві"},
    Forms{"україна", "україни", "україні", "україну", "україною"},
    Forms{"росія", "росії", "росію", "росією"},
    Forms{"крим", "криму", "кримом", "криму"},
    Forms{"маріуполь", "маріуполя", "маріуполю", "маріуполем", "маріуполі"},
    Forms{"запоріжжя", "запоріжжю", "запоріжжям", "запоріжжі"},
    Forms{"зеленський", "зеленського", "зеленському", "зеленським"},
    Forms{"порошенко", "порошенка", "порошенку", "порошенкові", "порошенком"},
    Forms{"український", "українського", "українському", "українським", "українська", "української",
          "українську", "українською", "українське", "українські", "українських", "українськими"},
    Forms{"останній", "останнього", "останньому", "останнім", "остання", "останньої", "останню",
          "останньою", "останнє", "останні", "останніх", "останніми"},
    Forms{"військовий", "військового", "військових", "військовими", "військової", "військові"},
    Forms{"закон", "закону", "законом", "законі", "закони", "законів", "законам", "законами",
          "законах"},
    Forms{"президент", "президента", "президентові", "президентом", "президенти", "президентів"},
    Forms{"позиція", "позиції", "позицію", "позицією", "позицій", "позиціям", "позиціями"},
    Forms{"програма", "програми", "програмі", "програму", "програмою", "програм", "програмами"},
    Forms{"питання", "питанню", "питанням", "питань", "питаннями", "питаннях"},
    Forms{"незалежність", "незалежності", "незалежністю"},
    Forms{"вечір", "вечора", "вечором", "вечори", "вечорами"},
    Forms{"осінь", "осені", "осінню"},
    Forms{"режим", "режиму", "режимом", "режимі", "режими", "режимів"},
    Forms{"голова", "голови", "голові", "голову", "головою", "голів"}};

}  // namespace

TEST_CASE("the forms of a Ukrainian word have one stem, and no other word has it") {
  std::set<std::string> stems;
  for (const Forms& forms : kWords) {
    const std::string stem = ukrainian_stem(forms.front());
    for (const char* form : forms) CHECK_MESSAGE(ukrainian_stem(form) == stem, form);
    CHECK_MESSAGE(stems.insert(stem).second, forms.front());
  }
}

TEST_CASE("short words, numbers and words of other scripts are their own Ukrainian stems") {
  for (const char* word : {"від", "що", "я", "", "nato", "2022", "п'ять", "f16", "和平"}) {
    CHECK(ukrainian_stem(word) == (std::string(word) == "п'ять" ? "п'ят" : word));
  }
  CHECK(ukrainian_stem("від") != ukrainian_stem("вода"));
  CHECK(ukrainian_stem("росія") != ukrainian_stem("роса"));
  CHECK(ukrainian_stem("місто") != ukrainian_stem("мосту"));
}

TEST_CASE("a Ukrainian word begins with its stem's first letter") {
  CHECK(has_stemmer("uk"));
  CHECK(Stemmer("uk").stem("києва") == "києв");
  CHECK(stem_beginning("києва", "uk") == "к");
}
