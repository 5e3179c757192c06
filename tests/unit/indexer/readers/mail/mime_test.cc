#include "indexer/readers/mail/mime.h"

#include <doctest/doctest.h>

#include <ctime>
#include <string>

using namespace postil::index;

TEST_CASE("fields are unfolded and found whatever their case") {
  const MimePart part("SUBJECT: A long\r\n title\r\nX: y\r\n\r\nBody\r\n");
  CHECK(part.text_field("subject") == "A long title");
  CHECK(part.field("absent").empty());
  CHECK(part.raw_body() == "Body\r\n");
  CHECK(part.type().value == "text/plain");
}

TEST_CASE("a body that follows without a blank line is a body") {
  CHECK(MimePart("Subject: x\nThis is no field\n").raw_body() == "This is no field\n");
  CHECK(MimePart("just a body").raw_body() == "just a body");
  CHECK(MimePart("").raw_body().empty());
}

TEST_CASE("a line that fell into a header does not end it") {
  const MimePart torn(
      "Received-SPF: softfail\nquite Delivered-To: x\nReceived: by y\nSubject: The table\n\nBody");
  CHECK(torn.field("subject") == "The table");
  CHECK(torn.raw_body() == "Body");
  const MimePart angle("References: <a@example.org>, <b.\nb@example.org>\n\nBody");
  CHECK(angle.field_count() == 1);
  CHECK(angle.raw_body() == "Body");
  CHECK(MimePart("Subject: a < b\nc and <d>\n\ne").raw_body() == "c and <d>\n\ne");
}

TEST_CASE("a bracket is open by the whole of its field, whichever line opened or closed it") {
  CHECK(MimePart("To: x\n <a\nb>\n\nBody").raw_body() == "Body");
  CHECK(MimePart("To: <a\nb>\n y <c\nd>\n\nBody").raw_body() == "Body");
  CHECK(MimePart("To: <a\n b>\nc>\n\nBody").raw_body() == "c>\n\nBody");
  CHECK(MimePart("To: <a\nCc: b\nc>\n\nBody").raw_body() == "c>\n\nBody");
}

TEST_CASE("a long field above many lines that fell into a header takes linear time") {
  // What goes beyond the number of fields that are kept leaves the last of them the one above.
  std::string header;
  for (int i = 0; i < 1999; ++i) header += "X: y\n";
  header += "To: <" + std::string(2'000'000, 'x') + ">\n";
  for (int i = 0; i < 20'000; ++i) header += "a>\nTo: a\n";
  header += "\nBody";
  // Of the processor's time, which a busy machine does not lengthen: to look through the field for
  // each line takes a quarter of a minute.
  const std::clock_t start = std::clock();
  const MimePart part(header);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  CHECK(part.raw_body() == "Body");
  CHECK(seconds < 3);
}

TEST_CASE("encoded words are decoded, joined and forgiven") {
  CHECK(decode_words("=?utf-8?q?Gr=C3=BC=C3=9Fe?= aus Wien") ==
        "Gr\xC3\xBC\xC3\x9F"
        "e aus Wien");
  CHECK(decode_words("=?ISO-8859-1?Q?caf=E9_noir?=") == "caf\xC3\xA9 noir");
  CHECK(decode_words("=?koi8-r?b?7cnS?=") == "\xD0\x9C\xD0\xB8\xD1\x80");
  // A letter that is divided between two words.
  CHECK(decode_words("=?utf-8?B?w6Q=?= =?utf-8?B?w6Q=?=") == "\xC3\xA4\xC3\xA4");
  CHECK(decode_words("=?utf-8?Q?=C3?= =?utf-8?Q?=A4?=") == "\xC3\xA4");
  CHECK(decode_words("=?broken") == "=?broken");
  CHECK(decode_words("=?bogus?X?a?=") == "=?bogus?X?a?=");
  CHECK(decode_words("raw \xE9") == "raw \xC3\xA9");
}

TEST_CASE("names are taken from addresses, and addresses left") {
  CHECK(display_names("Ann Example <ann@example.org>") == std::vector<std::string>{"Ann Example"});
  CHECK(display_names("\"Example, Ann\" <a@example.org>, Bob <b@example.org>") ==
        std::vector<std::string>{"Example, Ann", "Bob"});
  CHECK(display_names("ann@example.org").empty());
  CHECK(display_names("\"ann@example.org\" <ann@example.org>").empty());
  CHECK(display_names("ann@example.org (Ann Example)") == std::vector<std::string>{"Ann Example"});
}

TEST_CASE("a body of uuencode is undone") {
  const MimePart part("Content-Transfer-Encoding: x-uuencode\n\nbegin 644 a\n%2&5L;&\\\n`\nend\n");
  CHECK(part.body() == "Hello");
}

TEST_CASE("parts are divided by their boundary and by no other") {
  const MimePart part(
      "Content-Type: multipart/mixed; boundary=\"b\"\n\npreamble\n--b\n\none\n--bb\n--b\n\ntwo\n"
      "--b--\nepilogue\n");
  REQUIRE(part.parts().size() == 2);
  CHECK(part.parts()[0].raw_body() == "one\n--bb\n");
  CHECK(part.parts()[1].raw_body() == "two\n");
  CHECK(MimePart("Content-Type: multipart/mixed; boundary=\"\"\n\n--\n\nx").parts().empty());
  CHECK(MimePart("Content-Type: multipart/mixed; boundary=x\n\n--x\n\nopen").parts().size() == 1);
}

TEST_CASE("parameters are read as RFC 2231 and everybody else write them") {
  const MimeValue value =
      read_mime_value("attachment; filename*0*=utf-8''caf%C3%A9; filename*1=\".pdf\"; x=\"a;b\"");
  CHECK(value.value == "attachment");
  CHECK(value.parameter("filename") == "caf\xC3\xA9.pdf");
  CHECK(value.parameter("x") == "a;b");
  CHECK(read_mime_value("Text/HTML (comment); CHARSET=\"utf-8\"").parameter("charset") == "utf-8");
}
