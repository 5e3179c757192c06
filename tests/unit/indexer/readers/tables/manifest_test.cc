#include "indexer/readers/tables/manifest.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace postil::index;

namespace {

struct Read {
  explicit Read(std::string bytes) : source(Source::of_memory("metadata.csv", std::move(bytes))) {
    auto read = Manifest::read(source, findings);
    REQUIRE(read.has_value());
    manifest = std::move(*read);
  }
  std::string told() const {
    std::string all;
    for (const Finding& finding : findings) all += finding.detail + "\n";
    return all;
  }
  Source source;
  std::vector<Finding> findings;
  Manifest manifest;
};

}  // namespace

TEST_CASE("a row is found by its path and wins over what a file says") {
  const Read read(
      "\xEF\xBB\xBFPath,Title,Authors,Outlet,Published,URL,Tags,Language\r\n"
      "./a/b.txt,\"Talks, again\",Ann Lee and Bo Ek,The Gazette,20 March "
      "2024,https://example.org,\"x, y\",en\r\n"
      "c\\d.txt,Other,,,,,,\r\n");
  CHECK(read.findings.empty());
  const Metadata* const row = read.manifest.find("a/b.txt");
  REQUIRE(row != nullptr);
  CHECK(row->title == "Talks, again");
  CHECK(row->authors.size() == 2);
  CHECK(row->published->source == postil::schema::DateSource::kManifest);
  CHECK(row->tags == std::vector<std::string>{"x", "y"});
  CHECK(read.manifest.find("c/d.txt") != nullptr);
  CHECK(read.manifest.find("b.txt") == nullptr);

  Metadata declared;
  declared.title = "Wrong";
  declared.standfirst = "Kept";
  apply(*row, declared);
  CHECK(declared.title == "Talks, again");
  CHECK(declared.standfirst == "Kept");
  apply(*read.manifest.find("c/d.txt"), declared);
  CHECK(declared.title == "Other");
  CHECK(declared.authors.size() == 2);
}

TEST_CASE("what is wrong with single rows is told once, with its line") {
  const Read read("path;title;mood;weather\na.txt;A;;\na.txt;B;;\n;C;;\nb.txt;D;x;y;z\n");
  CHECK(read.told() ==
        "These columns are not known and not used: 'mood', 'weather'\n"
        "Line 3 names 'a.txt' a second time: the first counts\n"
        "Line 4 names no file\nLine 5 has 5 cells for 4 columns\n");
  CHECK(read.manifest.find("a.txt")->title == "A");
  const Read dates("path,published\na.txt,03/04/2024\n");
  CHECK(dates.told().find("Line 2: '03/04/2024'") == 0);
  CHECK_FALSE(dates.manifest.find("a.txt")->published.has_value());
}

TEST_CASE("rows whose file nobody asked for are told after the walk") {
  const Read read("path,title\na.txt,A\nb.txt,B\n");
  CHECK(read.manifest.find("a.txt") != nullptr);
  std::vector<Finding> findings;
  read.manifest.report_unused(findings);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].detail == "Line 3: there is no file 'b.txt'");
}

TEST_CASE("a table without a path column, or nothing, is an error") {
  std::vector<Finding> findings;
  for (const char* bytes : {"", "title,url\na,b\n", "\n\n"}) {
    Source source = Source::of_memory("metadata.csv", bytes);
    const auto read = Manifest::read(source, findings);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().message.find("path") != std::string::npos);
  }
  CHECK(Manifest().find("a") == nullptr);
}
