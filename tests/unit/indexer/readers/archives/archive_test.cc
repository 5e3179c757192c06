#ifdef POSTIL_WITH_ARCHIVES

#include "indexer/readers/archives/archive.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/documents/docx.h"
#include "indexer/readers/documents/epub.h"
#include "indexer/readers/documents/epub_package.h"
#include "indexer/readers/documents/odt.h"
#include "indexer/readers/registry.h"
#include "tests/unit/indexer/readers/reader_testing.h"
#include "tests/unit/indexer/readers/zip_building.h"

using namespace postil;
using namespace postil::index;

namespace {

std::vector<Paragraph> body_of(const Collected& read, std::size_t at = 0) {
  REQUIRE(read.articles.size() > at);
  return std::get<MarkedBody>(read.articles[at].content).paragraphs;
}

const std::string kContainer =
    "<container><rootfiles><rootfile full-path='OEBPS/book.opf'/></rootfiles></container>";

std::string opf(const std::string& manifest, const std::string& spine) {
  return "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>A "
         "Book</dc:title>"
         "<dc:creator>Ann "
         "Example</dc:creator><dc:date>1998-10</dc:date><dc:language>en</dc:language>"
         "</metadata><manifest>" +
         manifest + "</manifest><spine>" + spine + "</spine></package>";
}

std::string item(const std::string& id) {
  return "<item id='" + id + "' href='" + id + ".xhtml' media-type='application/xhtml+xml'/>";
}

std::string page(const std::string& body) {
  return "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>no text</title></head><body>" +
         body + "</body></html>";
}

}  // namespace

TEST_CASE("each file of an archive is read, under its path") {
  const std::string zip = make_zip({{"essays/talks.txt", "The talks went on."},
                                    {"__MACOSX/._talks.txt", "junk"},
                                    {"../../tmp/evil.txt", "Fine words."},
                                    {"essays/", ""}});
  const Collected read = read_with(kArchiveReader, zip);
  REQUIRE(read.articles.size() == 2);
  CHECK(read.articles[0].member == "essays/talks.txt");
  CHECK(read.articles[1].member == "tmp/evil.txt");
  CHECK(read.findings.empty());
}

TEST_CASE("archives in archives are read to a depth") {
  std::string zip = make_zip({{"a.txt", "Words."}});
  for (int i = 1; i < kMostDepth; ++i) zip = make_zip({{"n.zip", zip}});
  const Collected read = read_with(kArchiveReader, zip);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].member == "n.zip/n.zip/n.zip/n.zip/a.txt");
  const Collected deeper = read_with(kArchiveReader, make_zip({{"n.zip", zip}}));
  CHECK(deeper.articles.empty());
  CHECK(deeper.has("too-deep"));
}

TEST_CASE("a broken archive gives what can be read of it and a reason") {
  const std::string zip = make_zip({{"a.txt", "Words."}, {"b.txt", "More words."}});
  CHECK_FALSE(read_with(kArchiveReader, zip.substr(0, 45)).findings.empty());
  CHECK(read_with(kArchiveReader, "PK\3\4 and then nothing of the kind").has("damaged"));
  CHECK(read_with(kArchiveReader, make_zip({})).has("empty"));
}

TEST_CASE("a member that breaks off is read up to there") {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "The talks went on.\n\n";
  const std::string cut = make_zip({{"a.txt", "Words."}, {"b.txt", text}}).substr(0, 150'000);
  const Collected read = read_with(kArchiveReader, cut, "a.zip");
  REQUIRE(read.articles.size() == 2);
  CHECK(std::get<PageText>(read.articles[1].content).text.size() > 60'000);
  CHECK(read.told().find("damaged: b.txt: Only its beginning could be read: ") == 0);
}

TEST_CASE("a compressed file of nothing is empty, and one that only begins like it is damaged") {
  using namespace std::string_literals;
  const std::string nothing = "\x1F\x8B\x08\0\0\0\0\0\0\x03\x03\0\0\0\0\0\0\0\0\0"s;
  CHECK(read_with(kArchiveReader, nothing, "a.txt.gz").told() ==
        "empty: There is nothing in the archive\n");
  CHECK(read_with(kArchiveReader, "\x1F\x8B", "a.gz").has("damaged"));
  CHECK(read_with(kArchiveReader, std::string(257, 'x') + "ustar" + std::string(300, 'x'), "a.tar")
            .has("damaged"));
  // Programs write a tar of nothing as zeros.
  Source tar = Source::of_memory("a.tar", std::string(10'240, '\0'));
  Collected read;
  CHECK(read_file(tar, read) == "archive");
  CHECK(read.has("empty"));
}

TEST_CASE("a book is an article for each chapter, in the order of its spine") {
  const std::string nav =
      "<item id='nav' properties='nav' href='nav.xhtml' media-type='application/xhtml+xml'/>";
  const std::string epub = make_zip(
      {{"mimetype", "application/epub+zip"},
       {"META-INF/container.xml", kContainer},
       {"OEBPS/book.opf", opf(item("b") + item("a") + item("c") + nav,
                              "<itemref idref='a'/><itemref idref='b'/><itemref idref='c'/>"
                              "<itemref idref='a'/>")},
       {"OEBPS/nav.xhtml", page("<nav epub:type='toc'><a href='a.xhtml#x'>On Waiting</a></nav>")},
       {"OEBPS/a.xhtml", page("<h1>On Waiting</h1><p>One.</p>")},
       {"OEBPS/b.xhtml", page("<p>It goes on.</p>")},
       {"OEBPS/c.xhtml", page("<h2>On Leaving</h2><p>Two.</p>")}});
  const Choice choice = choose(Sample{"a.epub", epub, true});
  REQUIRE(choice.reader != nullptr);
  CHECK(choice.reader->name == "epub");
  const Collected read = read_with(kEpubReader, epub);
  REQUIRE(read.articles.size() == 2);
  const Metadata& first = read.articles[0].declared;
  CHECK(first.title == "On Waiting");
  CHECK(first.outlet == "A Book");
  CHECK(first.authors == std::vector<std::string>{"Ann Example"});
  CHECK(first.published->date == PartialDate{1998, 10, 0});
  CHECK(read.articles[0].fragment == "OEBPS/a.xhtml");
  REQUIRE(body_of(read).size() == 2);
  CHECK(body_of(read)[1].text == "It goes on.");
  CHECK(read.articles[1].declared.title == "On Leaving");
  CHECK(read.findings.empty());
}

TEST_CASE("a book that is broken, locked or has no text is said to be so") {
  const std::string mark = "application/epub+zip";
  CHECK(read_with(kEpubReader, make_zip({{"mimetype", mark}})).has("damaged"));
  CHECK(read_with(kEpubReader, make_zip({{"META-INF/container.xml",
                                          "<rootfile full-path='../../../etc/passwd'/>"}}))
            .has("damaged"));
  const ZipEntries book = {{"META-INF/container.xml", kContainer},
                           {"OEBPS/book.opf", opf(item("a"), "<itemref idref='a'/>")}};
  ZipEntries empty = book;
  empty.emplace_back("OEBPS/a.xhtml", page("<img src='x.png'/>"));
  CHECK(read_with(kEpubReader, make_zip(empty)).has("no-text"));
  ZipEntries locked = book;
  locked.emplace_back("OEBPS/a.xhtml", "\x01\x02\x03");
  locked.emplace_back("META-INF/encryption.xml", "<CipherReference URI='OEBPS/a.xhtml'/>");
  CHECK(read_with(kEpubReader, make_zip(locked)).has("encrypted"));
}

TEST_CASE("references in a book never lead out of it") {
  CHECK(resolve_part("OEBPS/nav.xhtml", "text/ch%201.xhtml#p3") == "OEBPS/text/ch 1.xhtml");
  CHECK(resolve_part("a/b/c", "../../../../etc/passwd") == "etc/passwd");
  CHECK(resolve_part("a/b", "/c") == "c");
}

TEST_CASE("a Word document is read with its notes and its comments") {
  const auto p = [](const std::string& style, const std::string& text) {
    return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr><w:r><w:t>" + text +
           "</w:t></w:r></w:p>";
  };
  const std::string docx = make_zip(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml",
        "<w:document><w:body>" + p("Title", "The Talks") + p("Heading1", "Spring") +
            "<w:p><w:r><w:t>They </w:t></w:r><w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
            "<w:r><w:t>met.</w:t><w:instrText>PAGE</w:instrText></w:r></w:p>" +
            p("ListParagraph", "One thing") + "</w:body></w:document>"},
       {"word/footnotes.xml", "<w:footnotes>" + p("FootnoteText", "A note.") + "</w:footnotes>"},
       {"word/comments.xml",
        "<w:comments><w:comment w:id='0' w:author='Bob Example' "
        "w:date='2022-04-01T10:00:00Z'>" +
            p("x", "Is that so?") + "</w:comment></w:comments>"},
       {"docProps/core.xml", "<c xmlns:dc='d'><dc:creator>Ann Example</dc:creator></c>"}});
  const Choice choice = choose(Sample{"a", docx, true});
  REQUIRE(choice.reader != nullptr);
  CHECK(choice.reader->name == "docx");
  const Collected read = read_with(kDocxReader, docx);
  const auto body = body_of(read);
  CHECK(read.articles[0].declared.title == "The Talks");
  CHECK(read.articles[0].declared.authors == std::vector<std::string>{"Ann Example"});
  REQUIRE(body.size() == 4);
  CHECK(body[0].zone == schema::Zone::kHeading);
  CHECK(body[1].text == "They met.");
  CHECK(body[2].zone == schema::Zone::kList);
  CHECK(body[3].text == "A note.");
  REQUIRE(read.articles[0].comments.size() == 1);
  CHECK(read.articles[0].comments[0].author == "Bob Example");
  CHECK(read.articles[0].comments[0].published == PartialDate{2022, 4, 1});
}

TEST_CASE("an OpenDocument text is read with its notes and its comments") {
  const std::string mark = "application/vnd.oasis.opendocument.text";
  const std::string odt = make_zip(
      {{"mimetype", mark},
       {"content.xml",
        "<office:document-content><office:body><office:text><text:tracked-changes><text:p>gone"
        "</text:p></text:tracked-changes><text:h>Spring</text:h><text:p>They<text:s/"
        ">met.<text:note>"
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p>"
        "</text:note-body></text:note></text:p><text:list><text:list-item><text:p>One</text:p>"
        "</text:list-item></text:list><text:p>Last<office:annotation><dc:creator>Bob</dc:creator>"
        "<dc:date>2022-04-01</dc:date><text:p>So?</text:p></office:annotation></text:p>"
        "</office:text></office:body></office:document-content>"},
       {"meta.xml", "<m xmlns:dc='d'><dc:title>The Talks</dc:title></m>"}});
  const Collected read = read_with(kOdtReader, odt);
  const auto body = body_of(read);
  CHECK(read.articles[0].declared.title == "The Talks");
  REQUIRE(body.size() == 5);
  CHECK(body[0].zone == schema::Zone::kHeading);
  CHECK(body[1].text == "They met.");
  CHECK(body[2].zone == schema::Zone::kList);
  CHECK(body[3].text == "Last");
  CHECK(body[4].text == "A note.");
  REQUIRE(read.articles[0].comments.size() == 1);
  CHECK(read.articles[0].comments[0].author == "Bob");
  CHECK(read_with(kOdtReader, make_zip({{"mimetype", mark},
                                        {"META-INF/manifest.xml", "<m:encryption-data/>"},
                                        {"content.xml", "\x01"}}))
            .has("encrypted"));
}

#endif  // POSTIL_WITH_ARCHIVES
