#include "indexer/readers/tables/csv.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "indexer/readers/encoding/text_stream.h"
#include "indexer/readers/source.h"

using namespace postil::index;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows(std::string_view text) {
  Rows all;
  Csv csv(text);
  while (csv.next()) all.push_back(csv.cells());
  return all;
}

// The numbers of the lines in which rows with wrong quotes begin, as "2 5 ".
std::string faults(std::string_view text) {
  std::string lines;
  Csv csv(text);
  while (csv.next()) lines += csv.fault().empty() ? "" : std::to_string(csv.line()) + " ";
  return lines + (csv.is_unclosed() ? "unclosed" : "");
}

}  // namespace

TEST_CASE("cells may be quoted, with separators, quotes and line ends inside") {
  CHECK(rows("a,\"b,\"\"c\"\"\nd\",e\n\n\"\",f\n") == Rows{{"a", "b,\"c\"\nd", "e"}, {"", "f"}});
  CHECK(rows("a;b;c,d\n1;2;3") == Rows{{"a", "b", "c,d"}, {"1", "2", "3"}});
  CHECK(rows("a\tb\n1,5\t2") == Rows{{"a", "b"}, {"1,5", "2"}});
  CHECK(rows("a, \"b\" ,c\"d\"") == Rows{{"a", "b", "c\"d\""}});
  CHECK(rows("").empty());
  CHECK(rows("\n , \n").empty());
}

TEST_CASE("a stray quote is a character where its line is a row without it") {
  // Nothing closes it, or the next opening quote seems to.
  CHECK(rows("a,b\n1,\"open\n2,3\n") == Rows{{"a", "b"}, {"1", "\"open"}, {"2", "3"}});
  CHECK(faults("a,b\n1,\"open\n2,3\n") == "2 ");
  const std::string swallowed = "a,b,c\n1,\"Foo,x\n2,Bar,y\n3,\"Baz, or not\",z\n";
  CHECK(rows(swallowed) ==
        Rows{{"a", "b", "c"}, {"1", "\"Foo", "x"}, {"2", "Bar", "y"}, {"3", "Baz, or not", "z"}});
  CHECK(faults(swallowed) == "2 ");
  CHECK(rows("a,b\n1,\"Foo\" bar\n2,\"x\n") ==
        Rows{{"a", "b"}, {"1", "\"Foo\" bar"}, {"2", "\"x"}});
}

TEST_CASE("a cut table ends in an open cell, which is told") {
  const std::string cut = "id,title,text\n1,A,\"One.\n\nTwo, it is.\nThree";
  CHECK(rows(cut).back() == std::vector<std::string>{"1", "A", "One.\n\nTwo, it is.\nThree"});
  CHECK(faults(cut) == "unclosed");
}

TEST_CASE("quotes that are not doubled stay in their cell, and are told") {
  const std::string text =
      "a,b\n\"He said \"hi, there\" to me\",x\n\"one\ntwo \"three\" four\",y\n";
  CHECK(rows(text) ==
        Rows{{"a", "b"}, {"He said \"hi, there\" to me", "x"}, {"one\ntwo \"three\" four", "y"}});
  CHECK(faults(text) == "2 3 ");
  // A closed cell with text behind it is one cell still.
  CHECK(rows("a,b,c\n\"One\" two,\"x\ny\",z\n").back() ==
        std::vector<std::string>{"One two", "x\ny", "z"});
}

TEST_CASE("a stray quote is found in a stream of many pieces as well") {
  std::string table = "a,b\n1,\"open\n";
  for (int i = 0; i < 200'000; ++i) table += "2,3\n";
  Source source = Source::of_memory("a.csv", table);
  TextStream stream(source, &no_declaration);
  Csv csv(stream);
  std::size_t rows = 0;
  while (csv.next()) ++rows;
  CHECK(rows == 200'002);
  CHECK_FALSE(csv.is_unclosed());
}

TEST_CASE("stray quotes in every line cost no more than their number") {
  std::string table = "a,b\n";
  for (int i = 0; i < 300'000; ++i) table += "1,\"x\n";
  CHECK(rows(table).size() == 300'001);
  std::string worse = "a,b,c\n";  // no line is a row of three cells
  for (int i = 0; i < 300'000; ++i) worse += "1, \"x\n";
  CHECK_FALSE(rows(worse).empty());
}
