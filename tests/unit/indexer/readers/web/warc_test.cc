#ifdef POSTIL_WITH_WARC

#include "indexer/readers/web/warc.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>

#include "indexer/readers/registry.h"
#include "indexer/readers/web/http_response.h"
#include "indexer/readers/web/warc_record.h"
#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil;
using namespace postil::index;

namespace {

std::string warc(const std::string& type, const std::string& uri, const std::string& block,
                 const std::string& content_type = "application/http") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
         "\r\nWARC-Date: 2022-03-29T10:00:00Z\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

std::string http(const std::string& body, const std::string& fields = "") {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + fields + "\r\n" + body;
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(bytes.size() + 1000, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string text_of(const Collected& read, std::size_t at = 0) {
  REQUIRE(read.articles.size() > at);
  return std::get<PageText>(read.articles[at].content).text;
}

}  // namespace

TEST_CASE("each page of a crawl is an article with its address and its day of capture") {
  const std::string crawl = warc("warcinfo", "x", "software: test\r\n", "application/warc-fields") +
                            warc("request", "http://example.org/a", "GET / HTTP/1.1\r\n\r\n") +
                            warc("response", "http://example.org/a", http("The first page.")) +
                            warc("resource", "http://example.org/b", "The second.", "text/plain") +
                            warc("conversion", "http://example.org/c", "The third.", "text/plain");
  const Collected read = read_with(kWarcReader, crawl);
  REQUIRE(read.articles.size() == 3);
  CHECK(text_of(read) == "The first page.");
  CHECK(read.articles[0].fragment == "http://example.org/a");
  CHECK(read.articles[0].declared.url == "http://example.org/a");
  CHECK(read.articles[0].declared.captured == PartialDate{2022, 3, 29});
  CHECK_FALSE(read.articles[0].declared.published);
  CHECK(read.findings.empty());
}

TEST_CASE("a crawl in gzip members reads as one that is not packed") {
  const std::string packed = gzip(warc("response", "http://example.org/a", http("One."))) +
                             gzip(warc("response", "http://example.org/b", http("Two.")));
  CHECK(looks_like_warc(packed));
  CHECK(read_with(kWarcReader, packed).articles.size() == 2);
  const Collected cut = read_with(kWarcReader, packed.substr(0, packed.size() - 20));
  CHECK(cut.articles.size() >= 1);
  CHECK(cut.has("damaged"));
}

TEST_CASE("bodies come out of chunks and compression, also where the header lies") {
  const std::string chunked = "Transfer-Encoding: chunked\r\n";
  CHECK(read_http_response(http("4\r\nWord\r\n3\r\ns, \r\n0\r\n\r\n", chunked), 1000)->body ==
        "Words, ");
  CHECK(read_http_response(http("Not in chunks", chunked), 1000)->body == "Not in chunks");
  CHECK(read_http_response(http("FFFFFFFF\r\n<p>x", chunked), 1000)->body == "<p>x");
  const std::string packed = "Content-Encoding: gzip\r\n";
  CHECK(read_http_response(http(gzip("Words"), packed), 1000)->body == "Words");
  CHECK(read_http_response(http("Not packed", packed), 1000)->body == "Not packed");
  CHECK(read_http_response(http("x", "Content-Encoding: br\r\n"), 1000)->encoding == "br");
  CHECK_FALSE(read_http_response("no response", 1000));
}

TEST_CASE("an ARC is read, with spaces in an address too") {
  const std::string body = http("A page.");
  const std::string arc =
      "filedesc://a.arc 0.0.0.0 20140216050221 text/plain 24\n1 0 test\nURL IP-address\n\n"
      "http://example.org/a b 127.0.0.1 20140216050221 text/plain " +
      std::to_string(body.size()) + "\n" + body + "\n";
  const Collected read = read_with(kWarcReader, arc);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].fragment == "http://example.org/a b");
  CHECK(read.articles[0].declared.captured == PartialDate{2014, 2, 16});
}

TEST_CASE("what is wrong with a crawl is told, and what came before is kept") {
  const std::string good = warc("response", "http://example.org/a", http("Good."));
  const std::string type = "WARC/1.0\r\nWARC-Type: response\r\n";
  for (const std::string& bad : {type + "Content-Length: -1\r\n\r\nx\r\n\r\n",
                                 type + "\r\nx\r\n\r\n", std::string("no record at all\r\n"),
                                 type + "Content-Length: 99999999999999\r\n\r\nshort"}) {
    const Collected read = read_with(kWarcReader, good + bad);
    CHECK(text_of(read) == "Good.");
    CHECK_FALSE(read.findings.empty());
  }
  CHECK(read_with(kWarcReader, type + "\r\nx").has("damaged"));
}

TEST_CASE("errors, redirections and pictures are no pages") {
  const Collected read = read_with(
      kWarcReader, warc("response", "http://example.org/a", "HTTP/1.1 404 Not Found\r\n\r\nNo") +
                       warc("response", "http://example.org/b",
                            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"));
  CHECK(read.articles.empty());
  CHECK(read.has("no-page"));
  CHECK(read.has("no-text"));
}

#endif  // POSTIL_WITH_WARC
