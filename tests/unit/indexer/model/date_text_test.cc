#include "indexer/model/date_text.h"

#include <doctest/doctest.h>

#include <string>

using postil::to_string;
using namespace postil::index;

namespace {

std::string read(std::string_view text) {
  const auto date = read_date(text);
  return date ? to_string(*date) : "none";
}
std::string found(std::string_view text) {
  const auto date = find_date(text);
  return date ? to_string(*date) : "none";
}

}  // namespace

TEST_CASE("a day is read in the forms of many languages") {
  for (const char* text : {"2024-03-20",
                           "2024/03/20",
                           "2024.03.20",
                           "20.03.2024",
                           "20.3.2024",
                           "20. 3. 2024",
                           "20/03/2024",
                           "03/20/2024",
                           "20-03-2024",
                           "20240320",
                           "20 March 2024",
                           "20 Mar 2024",
                           "20th March 2024",
                           "20th of March, 2024",
                           "March 20, 2024",
                           "March 20th, 2024",
                           "Mar. 20, 2024",
                           "MARCH 20 2024",
                           "20-Mar-2024",
                           "2024 March 20",
                           "2024-Mar-20",
                           "20. März 2024",
                           "20. MÄRZ 2024",
                           "20 mars 2024",
                           "20 марта 2024",
                           "20 марта 2024 г.",
                           "20 марта 2024 года",
                           "20 МАРТА 2024",
                           "20 березня 2024",
                           "20 березня 2024 року",
                           "20 Mart 2024",
                           "20 marca 2024",
                           "20 de marzo de 2024",
                           "20 marzo 2024",
                           "2024年3月20日",
                           "Wednesday, 20 March 2024",
                           "Mittwoch, 20. März 2024",
                           "mercredi 20 mars 2024",
                           "среда, 20 марта 2024",
                           "Çarşamba, 20 Mart 2024",
                           " 20\xC2\xA0"
                           "March\xC2\xA0"
                           "2024 "}) {
    CAPTURE(text);
    CHECK(read(text) == "2024-03-20");
  }
  CHECK(read("1er août 2022") == "2022-08-01");
  CHECK(read("1 Ağustos 2022") == "2022-08-01");
  CHECK(read("2 İyul 2022") == "none");
  CHECK(read("14. Jänner 2022") == "2022-01-14");
  CHECK(read("5 жовтня 2021") == "2021-10-05");
  CHECK(read("19 Kasım 2020") == "2020-11-19");
}

TEST_CASE("times and zones may follow and do not move the day") {
  for (const char* text :
       {"2024-03-20T10:00:00Z", "2024-03-20T23:59:59-08:00", "2024-03-20 10:00",
        "2024-03-20 10:00:00.123 +0200", "2024-03-20T10:00:00+02:00",
        "Wed, 20 Mar 2024 10:00:00 +0200", "Wed, 20 Mar 2024 10:00:00 GMT",
        "Wed, 20 Mar 24 10:00:00 EST", "Wed Mar 20 10:00:00 2024", "Wed Mar 20 10:00:00 +0000 2024",
        "Wed Mar 20 10:00:00 UTC 2024", "March 20, 2024 at 3:04 pm", "20. März 2024, 10:15 Uhr",
        "20 марта 2024 в 10:15", "20.03.2024 10:15", "20240320T101500Z", "20240320101500"}) {
    CAPTURE(text);
    CHECK(read(text) == "2024-03-20");
  }
}

TEST_CASE("seconds and milliseconds since 1970 are days in UTC") {
  CHECK(read("1710928800") == "2024-03-20");
  CHECK(read("1710928800.25") == "2024-03-20");
  CHECK(read("1710928800000") == "2024-03-20");
  CHECK(read("1710928800000000") == "2024-03-20");
  CHECK(read("999999999") == "2001-09-09");
}

TEST_CASE("a month or a year is kept as vague as it is") {
  CHECK(read("March 2024") == "2024-03");
  CHECK(read("Mar, 2024") == "2024-03");
  CHECK(read("марта 2024") == "2024-03");
  CHECK(read("März 2024") == "2024-03");
  CHECK(read("2024-03") == "2024-03");
  CHECK(read("03/2024") == "2024-03");
  CHECK(read("2024") == "2024");
}

TEST_CASE("what may mean two days, or none, is no date") {
  CHECK(read("03/04/2024") == "none");
  CHECK(read("03-04-2024") == "none");
  CHECK(read("03/03/2024") == "2024-03-03");
  for (const char* text : {"",
                           " ",
                           "yesterday",
                           "20 March",
                           "31 February 2024",
                           "29.02.2023",
                           "2024-13-01",
                           "2024-00-10",
                           "0",
                           "12345",
                           "99999999",
                           "20 March 2024 (updated)",
                           "March 20",
                           "20 March 2024 - 22 March 2024",
                           "2024-03-20 - 2024-03-22",
                           "Winter 2024",
                           "false",
                           "true",
                           "555-12-2024x",
                           "3000-01-01",
                           "10:00",
                           "20 foo 2024"}) {
    CAPTURE(text);
    CHECK(read(text) == "none");
  }
}

TEST_CASE("a date is found between other words") {
  CHECK(found("Posted by Ann on 20 March 2024 at 10:15") == "2024-03-20");
  CHECK(found("By Ann Lee | March 20th, 2024 | 5 min read") == "2024-03-20");
  CHECK(found("ann says: 2024-03-20 at 10:00 (2 replies)") == "2024-03-20");
  CHECK(found("Veröffentlicht am 20. März 2024 von Ann") == "2024-03-20");
  CHECK(found("Опубликовано 20 марта 2024 г. в 10:15") == "2024-03-20");
  CHECK(found("Опубліковано: 20 березня 2024") == "2024-03-20");
  CHECK(found("20 Mart 2024 Çarşamba 10:15") == "2024-03-20");
  CHECK(found("publié le 1er mai 2024") == "2024-05-01");
  CHECK(found("https://example.org/2024/03/20/slug.html") == "2024-03-20");
  CHECK(found("2024-03-20-10-ways-to-write") == "2024-03-20");
  CHECK(found("(Spring issue, May 2024)") == "2024-05");
  CHECK(found("Held on 20–22 March 2024 in Geneva") == "2024-03");
  CHECK(found("first 1 May 2020, then 2 June 2021") == "2020-05-01");
}

TEST_CASE("what only looks like a date in a line is not found") {
  for (const char* text : {"no digits here", "in 2024 they left", "call 555-20-03-2024",
                           "version 1.20.03.2024", "who may 2024 decide", "they march 2000 miles",
                           "1710928800", "20240320", "on 03/04/2024 they met", "season 2019-20",
                           "31 February 2024", "March 20", "3.5.6 of 7.8"}) {
    CAPTURE(text);
    CHECK(found(text) == "none");
  }
}

TEST_CASE("any bytes are survived and the line's length is bounded") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "20 March ";
  CHECK(found(text) == "none");
  CHECK(read(text + "2024") == "none");
  CHECK(read(std::string(500, '9')) == "none");
  std::string cut(999, 'x');
  CHECK(found(cut + "é 20 March 2024") == "none");
}
