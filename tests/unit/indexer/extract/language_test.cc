#include "indexer/extract/language.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/indexer/extract/wrap.h"

using postil::index::detect_language;
using postil::index::essay;

TEST_CASE("the language of a text is told where the text is long enough to tell") {
  CHECK(detect_language(essay()[0] + essay()[1]) == "en");
  CHECK(detect_language(
            "Der Gesandte kam einen Tag zu spät und ohne sein Gepäck an, das mit einem Zug, den "
            "anzuhalten niemandem eingefallen war, in eine andere Stadt weitergefahren war.") ==
        "de");
  CHECK(detect_language(
            "Посланник приехал на день позже и без багажа, который уехал дальше в другой город на "
            "поезде, остановить который никому не пришло в голову.") == "ru");
  CHECK(detect_language(
            "Посланець приїхав на день пізніше і без валізи, яка поїхала далі до іншого міста "
            "потягом, зупинити який нікому не спало на думку.") == "uk");
  CHECK(
      detect_language(
          "Elçi bir gün geç ve bavulu olmadan geldi; bavul, kimsenin durdurmayı akıl etmediği bir "
          "trenle başka bir şehre gitmişti ve bir daha da görülmedi.") == "tr");
  CHECK(detect_language("The envoy and his lost luggage") == "en");
  CHECK(detect_language("Der Gesandte und sein verlorenes Gepäck") == "de");
  CHECK(detect_language("The envoy").empty());
  CHECK(detect_language("Hm.").empty());
  CHECK(detect_language("").empty());
  CHECK(detect_language(std::string(5000, '7')).empty());
}

TEST_CASE("English is told by its words only where other languages have no part") {
  std::string english;
  for (const std::string& paragraph : essay()) english += paragraph + "\n";
  CHECK(detect_language(english) == "en");
  const std::string german =
      "Der Gesandte kam einen Tag zu spät und ohne sein Gepäck an, das mit einem Zug, den "
      "anzuhalten niemandem eingefallen war, in eine andere Stadt weitergefahren war. Er wartete "
      "drei Tage lang auf dem Bahnsteig, und als niemand kam, ging er zu Fuß zurück.\n";
  std::string mixed = english;
  while (mixed.size() < 2 * english.size()) mixed += german;
  CHECK(detect_language(mixed) != "en");  // half of it
  std::string chinese;
  while (chinese.size() < english.size()) chinese += "使者晚了一天到达，行李却不见了。";
  CHECK(detect_language(english + chinese + chinese) != "en");
}
