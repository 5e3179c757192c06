#include "indexer/readers/mail/mail.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/mail/mail_message.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/web/mhtml.h"
#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil;
using namespace postil::index;

namespace {

const std::string kHead =
    "Message-ID: <1@example.org>\r\nFrom: Ann Example <ann@example.org>\r\n"
    "To: readers@example.org\r\nSubject: =?utf-8?q?The_talks?=\r\n"
    "Date: Tue, 29 Mar 2022 10:00:00 +0300\r\n";

std::vector<Paragraph> body_of(const Collected& read, std::size_t at = 0) {
  REQUIRE(read.articles.size() > at);
  return std::get<MarkedBody>(read.articles[at].content).paragraphs;
}

std::string name_of(const std::string& bytes, const std::string& path = "a") {
  const Choice choice = choose(Sample{path, bytes, true});
  return choice.reader == nullptr ? "none" : std::string(choice.reader->name);
}

}  // namespace

TEST_CASE("a mail is an article by its sender, without any address") {
  const Collected read = read_with(
      kMailReader, kHead +
                       "\r\nThe talks went on all night, and nobody who was there has said\r\n"
                       "since what was on the table.\r\n\r\nA second paragraph.\r\n-- \r\n"
                       "Ann, ann@example.org\r\n");
  REQUIRE(read.articles.size() == 1);
  const Metadata& meta = read.articles[0].declared;
  CHECK(meta.title == "The talks");
  CHECK(meta.authors == std::vector<std::string>{"Ann Example"});
  REQUIRE(meta.published);
  CHECK(meta.published->date == PartialDate{2022, 3, 29});
  CHECK(read.articles[0].own_id.empty());
  const auto body = body_of(read);
  REQUIRE(body.size() == 2);
  CHECK(body[0].text ==
        "The talks went on all night, and nobody who was there has said since what was on the "
        "table.");
  CHECK(body[1].text == "A second paragraph.");
}

TEST_CASE("of a mail in two forms the richer is read, unless it is a shell") {
  const std::string head = kHead + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n";
  const std::string plain =
      "Content-Type: text/plain\r\n\r\nThe plain form of the text.\r\n--b\r\n";
  const Collected both =
      read_with(kMailReader, head + plain +
                                 "Content-Type: text/html\r\n\r\n<p>The <b>rich</b> form of it.</p>"
                                 "<blockquote>A quote.</blockquote>\r\n--b--\r\n");
  REQUIRE(body_of(both).size() == 2);
  CHECK(body_of(both)[0].text == "The rich form of it.");
  CHECK(body_of(both)[1].zone == schema::Zone::kQuote);
  const Collected shell =
      read_with(kMailReader, head + plain + "Content-Type: text/html\r\n\r\n<p>-</p>\r\n--b--\r\n");
  CHECK(body_of(shell)[0].text == "The plain form of the text.");
}

TEST_CASE("earlier messages in an answer are quotes") {
  const auto paragraphs = plain_paragraphs("Yes.\n\n> Will they\n> talk?\n>> Who?\n\nSoon.\n");
  REQUIRE(paragraphs.size() == 5);
  CHECK(paragraphs[0].zone == schema::Zone::kBody);
  CHECK(paragraphs[1].zone == schema::Zone::kQuote);
  CHECK(paragraphs[1].text == "Will they");
  CHECK(paragraphs[4].text == "Soon.");
}

TEST_CASE("charsets and encodings of a body are undone") {
  const Collected read =
      read_with(kMailReader, kHead +
                                 "Content-Type: text/plain; charset=koi8-r\r\n"
                                 "Content-Transfer-Encoding: base64\r\n\r\n7cnSLg==\r\n");
  CHECK(body_of(read)[0].text == "\xD0\x9C\xD0\xB8\xD1\x80.");
  const Collected unknown = read_with(
      kMailReader, kHead + "Content-Type: text/plain; charset=x-martian\r\n\r\nh\xE9\r\n");
  CHECK(body_of(unknown)[0].text == "h\xC3\xA9");
}

TEST_CASE("what is attached is read too, and a message inside one is one more article") {
  const std::string mail =
      kHead +
      "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee below.\r\n--b\r\n"
      "Content-Disposition: attachment; filename=\"../../tmp/talks.txt\"\r\n\r\n"
      "The text of the attachment.\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
      "Subject: Inner\r\nFrom: Bob <b@example.org>\r\n\r\nThe inner text.\r\n--b\r\n"
      "Content-Type: image/png\r\n\r\nxxxx\r\n--b--\r\n";
  const Collected read = read_with(kMailReader, mail);
  REQUIRE(read.articles.size() == 3);
  CHECK(read.articles[1].declared.title == "Inner");
  CHECK(read.articles[1].fragment == "message-1");
  CHECK(read.articles[2].member == "talks.txt");
  CHECK(read.findings.empty());
}

TEST_CASE("parts in parts without end are left, and that is told") {
  std::string deep = kHead;
  for (int i = 0; i < 2000; ++i) {
    const std::string b = std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=\"x" + b + "\"\r\n\r\n--x" + b + "\r\n";
  }
  CHECK(read_with(kMailReader, deep + "\r\ncore\r\n").has("too-deep"));
  std::string loop = kHead;
  for (int i = 0; i < 1000; ++i) loop += "Content-Type: message/rfc822\r\n\r\n" + kHead;
  const Collected read = read_with(kMailReader, loop + "\r\nend");
  CHECK(read.articles.size() < 10);
  CHECK_FALSE(read.findings.empty());
}

TEST_CASE("a mailbox is divided where messages begin, and nowhere else") {
  const std::string mbox =
      "From a@b Mon Jan  1 00:00:00 2024\nSubject: 1\nMessage-ID: <one@example.org>\n\n>From here\n"
      "From there it is not a separator\n\nFrom now on it is not either.\n\n"
      "From c@d Mon Jan  1 00:00:01 2024\nSubject: 2\n\nlast\n";
  const Collected read = read_with(kMailboxReader, mbox);
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].declared.title == "1");
  CHECK(body_of(read)[0].text == "From here");
  CHECK(read.articles[0].fragment.size() == 12);  // of the id, which is nowhere else
  CHECK(read.articles[0].fragment.find("one") == std::string::npos);
  CHECK(read.articles[1].fragment == "2");
  CHECK(body_of(read, 1)[0].text == "last");
  CHECK(name_of(mbox) == "mbox");
}

TEST_CASE("mail is told from text and from saved pages") {
  CHECK(name_of(kHead + "\r\nHello") == "mail");
  CHECK(name_of("Subject: x\r\nFrom: a@example.org\r\n\r\nHello") == "mail");
  CHECK(name_of("just a body\r\n", "a.eml") == "mail");
  CHECK(name_of("Title: x\nDate: y\n\nWords") == "text");
  CHECK(name_of("From the editor: a word.\nFrom: nobody") == "text");
}

TEST_CASE("a page saved as MHTML is one article with its address and the day it was saved") {
  const std::string page =
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/talks\r\n"
      "Subject: The talks\r\nDate: Tue, 29 Mar 2022 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n--b\r\n"
      "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
      "Words of the page, which is plain here.=\r\n\r\n--b\r\nContent-Type: "
      "image/png\r\n\r\nx\r\n--b--\r\n";
  CHECK(name_of(page) == "mhtml");
  const Collected read = read_with(kMhtmlReader, page);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].declared.url == "https://example.org/talks");
  CHECK(read.articles[0].declared.captured == PartialDate{2022, 3, 29});
  CHECK(read.articles[0].fragment.empty());
}
