#include "core/text/language_code.h"

#include <doctest/doctest.h>

using postil::text::language_code;

TEST_CASE("names and codes of languages become two letters") {
  CHECK(language_code("en-GB") == "en");
  CHECK(language_code("EN") == "en");
  CHECK(language_code("eng") == "en");
  CHECK(language_code("English") == "en");
  CHECK(language_code(" русский ") == "ru");
  CHECK(language_code("Українська") == "uk");
  CHECK(language_code("Türkçe") == "tr");
  CHECK(language_code("de_AT.UTF-8") == "de");
  CHECK(language_code("zh-Hans") == "zh");
  CHECK(language_code("deu") == "de");
  CHECK(language_code("ger") == "de");
  CHECK(language_code("nb-NO") == "no");
}

TEST_CASE("what names no language has no code") {
  CHECK(language_code("").empty());
  CHECK(language_code("klingonish").empty());
  CHECK(language_code("qq").empty());
  CHECK(language_code("12").empty());
  CHECK(language_code("\x01").empty());
}

TEST_CASE("languages are known by their names in English and in themselves") {
  CHECK(language_code("Icelandic") == "is");
  CHECK(language_code("Íslenska") == "is");
  CHECK(language_code("Estonian") == "et");
  CHECK(language_code("eesti") == "et");
  CHECK(language_code("Haitian Creole") == "ht");
  CHECK(language_code("Tiếng Việt") == "vi");
  CHECK(language_code("norsk bokmål") == "no");
  CHECK(language_code("Basque (Spain)") == "eu");
  CHECK(language_code("Lao") == "lo");
}
