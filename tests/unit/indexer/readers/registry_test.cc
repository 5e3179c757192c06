#include "indexer/readers/registry.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/report.h"
#include "indexer/readers/text/markdown.h"
#include "indexer/readers/text/text.h"
#include "tests/unit/indexer/readers/reader_testing.h"

using namespace postil::index;
using namespace std::string_literals;

namespace {

std::string chosen(const std::string& path, const std::string& bytes) {
  const Choice choice = choose(Sample{path, bytes, true});
  if (choice.reader != nullptr) return std::string(choice.reader->name);
  REQUIRE(choice.refusal.has_value());
  return std::string(choice.refusal->reason) + ": " + choice.refusal->detail;
}

bool is_refused(const std::string& path, const std::string& bytes, const std::string& what) {
  return chosen(path, bytes).find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("readers are chosen by content, and endings break ties") {
  CHECK(chosen("a.txt", "Plain words.") == "text");
  CHECK(chosen("noending", "Plain words.") == "text");
  CHECK(chosen("a.md", "Plain words.") == "markdown");
  CHECK(chosen("a.txt", "---\ntitle: x\n---\nWords.") == "markdown");
  CHECK(chosen("a.txt", "{\"id\":1,\"text\":\"x\"}\n{\"id\":2,\"text\":\"y\"}\n") == "jsonl");
  CHECK(chosen("a.json", "{\"title\":\"x\"}") == "jsonl");
  CHECK(chosen("a.jsonl", "{\"text\": oops\n{\"text\":\"y\"}\n") == "jsonl");
  CHECK(chosen("a.txt", "") == "text");
  CHECK(chosen("a.html", " \n") == "text");
  CHECK(chosen("a.txt",
               "\xFF\xFE"
               "a\0b\0"s) == "text");
  CHECK(chosen("a.txt", "caf\xe9") == "text");
}

TEST_CASE("feeds and exports of blogs are known by their root element") {
  CHECK(chosen("a", "<?xml version='1.0'?><rss>") == "feed");
  CHECK(chosen("a.txt", "<!-- a note --><feed xmlns='http://www.w3.org/2005/Atom'>") == "feed");
  CHECK(chosen("a", "<r:RDF xmlns:r='r' xmlns='http://purl.org/rss/1.0/'>") == "feed");
  CHECK(chosen("a.xml", "<rss xmlns:wp='https://wordpress.org/export/1.2/'>") == "wxr");
  CHECK(chosen("a.xml", "<feed xmlns='http://example.org/ours'>") == "feed");
}

TEST_CASE("tables and JSON are known by what they name") {
  CHECK(chosen("a.csv", "id,title,text\n1,x,y\n") == "csv");
  CHECK(chosen("a.tsv", "Title\tURL\nx\ty\n") == "csv");
  CHECK(chosen("a.txt", "Title, text, and more\nare in this line of prose.\n") == "text");
  CHECK(chosen("a", "[\n  {\"title\": \"x\"}\n]") == "json");
  CHECK(chosen("a.json", "{\"articles\": [{\"title\": \"x\"}]}") == "json");
  CHECK(chosen("a.json", "{\n  \"title\": \"x\"\n}\n") == "json");
}

TEST_CASE("formats without a reader are named for what they are") {
#ifndef POSTIL_WITH_PDF
  CHECK(is_refused("a.txt", "%PDF-1.7\n", "no-reader: PDF"));
#endif
#ifndef POSTIL_WITH_ARCHIVES
  CHECK(is_refused("a", "PK\3\4....mimetypeapplication/epub+zip", "no-reader: EPUB"));
  CHECK(is_refused("a.bin", "PK\3\4\x14", "no-reader: ZIP"));
  CHECK(is_refused("a", "\x1f\x8b\x08", "no-reader: gzip"));
#endif
#ifndef POSTIL_WITH_WARC
  CHECK(is_refused("a.warc", "WARC/1.0\r\nWARC-Type: response\r\n", "no-reader: WARC"));
#endif
  CHECK(is_refused("a", "PK\3\4[Content_Types].xml xl/", "no-reader: Microsoft Excel"));
  CHECK(is_refused("a", "Rar!\x1A\x07", "no-reader: RAR"));
  CHECK(is_refused("a.Z", "\x1F\x9D\x90\x41\x84", "no-reader: compress (.Z)"));
  CHECK(is_refused("a", "<?xml version='1.0'?><opml>", "no-reader: XML"));
  CHECK(is_refused("a", "{\n  \"colour\": \"x\"\n}\n", "no-reader: JSON"));
  CHECK(is_refused("a.csv", "a,b\n1,2\n", "no-reader: CSV"));
  CHECK(is_refused("a.css", "p { color: red }", "no-reader: Code (.css)"));
}

TEST_CASE("pages of the web are known by their tags") {
  CHECK(chosen("a", "<!-- x -->\n<!DOCTYPE html><p>") == "html");
  CHECK(chosen("a.htm", "<p>No head") == "html");
  CHECK(chosen("a.html", "<div " + std::string(9000, 'a') + ">") == "html");
}

TEST_CASE("documents that are ZIP files are told from archives, whatever they are called") {
#ifdef POSTIL_WITH_ARCHIVES
  CHECK(chosen("a.bin", "PK\3\4\x14") == "archive");
  CHECK(chosen("a", "\x1f\x8b\x08") == "archive");
  CHECK(chosen("a.zip", "PK\3\4....mimetypeapplication/epub+zip") == "epub");
  CHECK(chosen("a.zip", "PK\3\4....[Content_Types].xml....word/document.xml") == "docx");
  CHECK(chosen("a", "PK\3\4....mimetypeapplication/vnd.oasis.opendocument.text") == "odt");
  CHECK(chosen("a.zip", "PK\3\4....password/talks.txt") == "archive");
#endif
#ifdef POSTIL_WITH_PDF
  CHECK(chosen("a.txt", "%PDF-1.7\n") == "pdf");
#endif
  CHECK(chosen("a.txt", "{\\rtf1 x}") == "rtf");
}

TEST_CASE("what is no text is binary") {
  CHECK(is_refused("a.txt", "\x89PNG\r\n\x1a\n", "binary: Not text: PNG"));
  CHECK(is_refused("a",
                   "\x7f"
                   "ELF\2\1",
                   "binary"));
  CHECK(is_refused("a.txt", "some\0\1\2\3\4\5text"s, "control characters"));
}

TEST_CASE("text that starts like another format is text") {
  CHECK(chosen("a.txt", "OTTO von Bismarck was a statesman.") == "text");
  CHECK(chosen("a.txt", "From the editor: a word.\nFrom: nobody") == "text");
  CHECK(chosen("a.txt", "{curly} words and [square] ones") == "text");
  CHECK(chosen("a.txt", "Title: x\nDate: y\n\nWords") == "text");
  CHECK(chosen("a.txt", "[\"Peace\", he said] they left.") == "text");
  CHECK(chosen("a.txt",
               "a word\0 and many, many, many, many, many, many, many more, many more, many more, "
               "many more"s) == "text");
}

TEST_CASE("what others' code reads is isolated, and so is what has companions") {
  Source text = Source::of_memory("a.txt", "Some words.");
  CHECK_FALSE(is_isolated({&kTextReader, {}}, text));
  CHECK(is_isolated({&kMarkdownReader, {}}, text));
  text.set_companions({"comments.yml"});
  CHECK(is_isolated({&kTextReader, {}}, text));
  CHECK_FALSE(is_isolated({}, text));
}

TEST_CASE("reading a file reports why it was not read") {
  Collected collected;
  Source picture = Source::of_memory("a.txt", "\x89PNG\r\n\x1a\n");
  CHECK(read_file(picture, collected).empty());
  CHECK(collected.has("binary"));
  Source text = Source::of_memory("a.txt", "Words.\r\nMore.");
  CHECK(read_file(text, collected) == "text");
  REQUIRE(collected.articles.size() == 1);
  CHECK(std::get<PageText>(collected.articles[0].content).text == "Words.\nMore.");
}

TEST_CASE("an empty text is skipped and a huge one is cut at a line's end") {
  CHECK(read_with(kTextReader, "").told() == "empty: The file has no bytes\n");
  CHECK(read_with(kTextReader, " \n\t\r\n\xC2\xA0").told() ==
        "empty: There is no text in the file\n");
  std::string huge;
  while (huge.size() < kLongestText + 100'000) huge += "A line of words.\n";
  const Collected read = read_with(kTextReader, std::move(huge));
  REQUIRE(read.articles.size() == 1);
  const std::string& text = std::get<PageText>(read.articles[0].content).text;
  CHECK(text.size() <= kLongestText);
  CHECK(text.size() > kLongestText - 100);
  CHECK(text.back() == '\n');
  REQUIRE(read.findings.size() == 1);
  CHECK(read.findings[0].severity == Severity::kCut);
  CHECK(read.findings[0].detail.find("16.8 MB of 16.9 MB") != std::string::npos);
}

TEST_CASE("a cut tears no character") {
  std::string huge;
  while (huge.size() < kLongestText + 10) huge += "\xE2\x82\xAC";
  const Collected read = read_with(kTextReader, std::move(huge));
  CHECK_FALSE(read.has("invalid-utf8"));
  std::string wide = "\xFF\xFE";
  while (wide.size() < kLongestText + 10) wide += "\x3D\xD8\x00\xDE"s;
  CHECK_FALSE(read_with(kTextReader, std::move(wide)).has("encoding-assumed"));
}

TEST_CASE("every reader has a name, a description and survives an empty file") {
  for (const Reader* reader : readers()) {
    CHECK_FALSE(reader->name.empty());
    CHECK_FALSE(reader->description.empty());
    CHECK(read_with(*reader, "").has("empty"));
  }
}
