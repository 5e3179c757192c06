#include "indexer/readers/text/front_matter.h"

#include <doctest/doctest.h>

#include <string>

#include "indexer/readers/text/markdown_metadata.h"

using namespace postil::index;

namespace {

const FieldValue& field(const FrontMatter& front, std::string_view name) {
  static const FieldValue kNone;
  for (const auto& [known, value] : front.fields) {
    if (known == name) return value;
  }
  return kNone;
}

Metadata metadata(const std::string& fields) {
  FrontMatter front = read_front_matter("---\n" + fields + "---\nBody\n");
  REQUIRE(front.present);
  return to_metadata(front);
}

}  // namespace

TEST_CASE("a block of YAML is read and the body starts behind it") {
  const std::string text = "---\ntitle: A view\ntags: [a, b]\n---\nBody\n";
  const FrontMatter front = read_front_matter(text);
  REQUIRE(front.present);
  CHECK(text.substr(front.end) == "Body\n");
  CHECK(field(front, "title").scalar == "A view");
  CHECK(field(front, "tags").items.size() == 2);
  CHECK(front.problems.empty());
}

TEST_CASE("a rule that is no front matter is left in the body") {
  CHECK_FALSE(read_front_matter("---\nJust a rule and text.\n---\n").present);
  CHECK_FALSE(read_front_matter("--- \n").present);
  CHECK_FALSE(read_front_matter("Text: first\n---\n").present);
  CHECK_FALSE(read_front_matter("+++\ntitle = 'never closed'\n").present);
  CHECK_FALSE(read_front_matter("").present);
}

TEST_CASE("what a YAML parser refuses is read line by line, and the line is told") {
  const FrontMatter front = read_front_matter(
      "---\ntitle: Markets: a view\nauthor: \"Ann Lee\nexcerpt: @nobody said\ndate: 2022-04-11\n"
      "tags:\n\t- one\n\t- two\n---\n");
  CHECK(field(front, "title").scalar == "Markets: a view");
  CHECK(field(front, "author").scalar.substr(0, 7) == "Ann Lee");
  CHECK(field(front, "excerpt").scalar == "@nobody said");
  CHECK(field(front, "date").scalar == "2022-04-11");
  REQUIRE(field(front, "tags").items.size() == 2);
  CHECK(field(front, "tags").items[1].scalar == "two");
  REQUIRE_FALSE(front.problems.empty());
  CHECK(front.problems[0].line == 2);
}

TEST_CASE("a quote that is not closed does not swallow the fields behind it") {
  const FrontMatter front =
      read_front_matter("---\ntitle: \"The talks\ndate: 2022-04-11\ntags: [a]\n---\nBody\n");
  CHECK(field(front, "title").scalar.substr(0, 9) == "The talks");
  CHECK(field(front, "title").scalar.size() <= 10);
  CHECK(field(front, "date").scalar == "2022-04-11");
  REQUIRE(front.problems.size() == 1);
  CHECK(front.problems[0].line == 3);
}

TEST_CASE("a field named within a long text is no field") {
  const FrontMatter front = read_front_matter(
      "---\ntitle: x\nexcerpt: |\n  date: in the text\n  more\nmore:\n  date: nested\n---\n");
  CHECK(front.problems.empty());
  CHECK(front.fields.size() == 3);
}

TEST_CASE("of a field that stands twice the last one counts, and that is told") {
  const FrontMatter front = read_front_matter("---\ntitle: one\nTitle: two\n---\n");
  CHECK(field(front, "title").scalar == "two");
  REQUIRE(front.problems.size() == 1);
  CHECK(front.problems[0].line == 3);
}

TEST_CASE("a block that nobody closes ends with its fields") {
  const std::string text = "---\ntitle: One\ntags:\n  - a\n\nThe body.\n";
  const FrontMatter front = read_front_matter(text);
  REQUIRE(front.present);
  CHECK(field(front, "title").scalar == "One");
  CHECK(text.substr(front.end) == "\nThe body.\n");
  CHECK(front.problems.size() == 1);
}

TEST_CASE("TOML is read in the forms of Hugo and Zola") {
  const FrontMatter front = read_front_matter(
      "+++\n# comment\ntitle = \"A \\\"view\\\" \\u00e9\" # behind\ndate = 2022-04-11T10:00:00Z\n"
      "draft = false\nsummary = '''\nlong\nform'''\n\n[taxonomies]\ntags = [\n  \"a\", # one\n  "
      "'b',\n]\n"
      "[[authors]]\nname = \"Ann Lee\"\n[[authors]]\nname = 'Bo Ek'\n[extra]\nsource = { name = "
      "\"The Gazette\" }\n"
      "+++\nBody");
  REQUIRE(front.present);
  CHECK(front.problems.empty());
  CHECK(field(front, "title").scalar == "A \"view\" é");
  CHECK(field(front, "date").scalar == "2022-04-11T10:00:00Z");
  CHECK(field(front, "summary").scalar == "long\nform");
  CHECK(field(front, "tags").items.size() == 2);
  CHECK(field(front, "authors").items.size() == 2);
  CHECK(field(front, "source").entries.size() == 1);
}

TEST_CASE("broken TOML is told by line and the rest is read") {
  const FrontMatter front = read_front_matter(
      "+++\ntitle = \"unclosed\nnot a pair\ndate = 2022-04-11\nlist = [1, \n+++\nBody");
  CHECK(field(front, "date").scalar == "2022-04-11");
  CHECK(front.problems.size() >= 3);
  CHECK(front.problems[0].line == 2);
}

TEST_CASE("the habits of blogs give an article's facts") {
  const Metadata meta = metadata(
      "layout: post\ntitle: >\n  A folded\n  title\ndate: 2022-04-11 09:00:00 +0200\n"
      "authors:\n  - name: Ann Lee\n    email: x@example.org\n  - Bo Ek\ncategories: news opinion\n"
      "tags: [Peace, Peace, Law]\nexcerpt: <p>What it <em>says</em>.</p>\nlang: en-GB\n"
      "permalink: /2022/a/\ncanonical_url: https://example.org/a\npublication: The Gazette\n"
      "last_modified_at: 2022-05-01\n");
  CHECK(meta.title == "A folded title");
  CHECK(meta.authors == std::vector<std::string>{"Ann Lee", "Bo Ek"});
  REQUIRE(meta.published.has_value());
  CHECK(to_string(meta.published->date) == "2022-04-11");
  CHECK(meta.published->source == postil::schema::DateSource::kFrontMatter);
  CHECK(meta.tags == std::vector<std::string>{"Peace", "Law", "news", "opinion"});
  CHECK(meta.standfirst == "What it says.");
  CHECK(meta.language == "en-GB");
  CHECK(meta.url == "https://example.org/a");
  CHECK(meta.outlet == "The Gazette");
  CHECK(to_string(*meta.updated) == "2022-05-01");
}

TEST_CASE("authors come as a string, a map or a list") {
  CHECK(metadata("author: Ann Lee and Bo Ek\n").authors.size() == 2);
  CHECK(metadata("author:\n  name: Ann Lee\n").authors == std::vector<std::string>{"Ann Lee"});
  CHECK(metadata("author:\n  first_name: Ann\n  last_name: Lee\n").authors[0] == "Ann Lee");
  CHECK(metadata("authors: [Ann Lee, Bo Ek]\n").authors.size() == 2);
  CHECK(metadata("author:\nauthors: ~\n").authors.empty());
}

TEST_CASE("nothing is made up: a date that is none, a draft flag, a source that is an address") {
  const Metadata meta = metadata("published: false\ndate: soon\nsource: https://example.org/b\n");
  CHECK_FALSE(meta.published.has_value());
  CHECK(meta.outlet.empty());
  CHECK(meta.url == "https://example.org/b");
}

TEST_CASE("a date in the file's name counts if there is no other") {
  Metadata meta;
  date_from_name("posts/2022-04-11-slug.md", meta);
  REQUIRE(meta.published.has_value());
  CHECK(meta.published->source == postil::schema::DateSource::kUrl);
  meta.published = Published{{2020, 1, 1}, postil::schema::DateSource::kFrontMatter};
  date_from_name("2022-04-11-slug.md", meta);
  CHECK(meta.published->date.year == 2020);
  Metadata none;
  for (const char* name : {"2022-13-01-x.md", "2022-04-1.md", "20220411-x.md", "2022-04-11x.md"}) {
    date_from_name(name, none);
  }
  CHECK_FALSE(none.published.has_value());
}

TEST_CASE("values of a form that is not read are told, once") {
  FrontMatter front = read_front_matter(
      "---\ntitle: {a: b}\nauthor: {nick: x}\ntags: {a: b}\nsource: {a: b}\n---\nBody\n");
  const Metadata meta = to_metadata(front);
  CHECK(meta.title.empty());
  std::string told;
  for (const Problem& problem : front.problems) told += problem.what.substr(0, 9) + " ";
  CHECK(told == "'title' i 'author'  'source'  'tags' is ");
}

TEST_CASE("anchors that stand for billions and nests of lists are survived") {
  std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string(1, c) + ": &" + c + " [";
    for (int i = 0; i < 9; ++i) bomb += std::string(i ? "," : "") + "*" + static_cast<char>(c - 1);
    bomb += "]\n";
  }
  CHECK(read_front_matter("---\n" + bomb + "---\n").present);
  CHECK(read_front_matter("---\na: " + std::string(30'000, '[') + "\n---\n").present);
  CHECK(read_front_matter("---\na: " + std::string(30'000, '{') + "\n---\n").present);
  CHECK(read_front_matter("---\na: &a [*a]\n---\n").present);
  CHECK(read_front_matter("+++\na = " + std::string(30'000, '[') + "\n+++\n").present);
}
