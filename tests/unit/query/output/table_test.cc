// A view's table in every form that prints tables.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "core/text/utf8.h"
#include "query/output/csv.h"
#include "query/output/output.h"
#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

using Json = nlohmann::json;

struct Printed {
  std::string out;
  std::vector<std::string> told;
};

using Rows = std::vector<std::vector<Cell>>;

Printed print(std::string_view form, const std::vector<Column>& columns, const Rows& rows,
              OutputOptions options = {}, std::string_view view = "timeline") {
  Printed printed;
  const TableHead head{view, "peace", "peace"};
  const TableStreams streams{[&](std::string_view piece) { printed.out += piece; },
                             [&](std::string_view note) { printed.told.emplace_back(note); }};
  const auto table = find_output(form)->table(head, options, streams);
  table->begin(columns);
  for (const auto& row : rows) table->row(row);
  table->note("a note");
  table->end(!rows.empty());
  return printed;
}

const std::vector<Column> kFigures = {{"period", "period", ColumnKind::kText, "undated"},
                                      {"articles", "articles", ColumnKind::kNumber},
                                      {"comments", "comments", ColumnKind::kNumber, "", true},
                                      {"per_million", "per million words", ColumnKind::kBar},
                                      {"words", "of words", ColumnKind::kNumber, "", true}};

Rows figures() {
  return {{std::string("2021"), std::uint64_t{2}, std::uint64_t{0}, 50.0, std::uint64_t{40000}},
          {std::string("2022"), std::uint64_t{0}, std::uint64_t{0}, Cell(), std::uint64_t{0}},
          {std::string("2023"), std::uint64_t{1}, std::uint64_t{0}, 25.0, std::uint64_t{40000}},
          {Cell(), std::uint64_t{1}, std::uint64_t{0}, 400.0, std::uint64_t{2500}}};
}

const std::vector<Column> kOccurrences = {{"left", "", ColumnKind::kLeftContext},
                                          {"match", "", ColumnKind::kMatch},
                                          {"right", "", ColumnKind::kRightContext},
                                          {"zone", "zone"},
                                          {"paragraph", "¶", ColumnKind::kNumber},
                                          {"author", "author"},
                                          {"published", "published"},
                                          {"title", "title"},
                                          {"kind", "kind"}};

std::vector<Cell> occurrence(std::string left, std::string match, std::string right) {
  return {std::move(left),       std::move(match),       std::move(right), std::string("quote"),
          std::uint64_t{20},     std::string("Ann Lee"), Cell(),           std::string("The Price"),
          std::string("article")};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST_CASE("figures stand in columns, with bars; what is undated does not set their scale") {
  OutputOptions options;
  options.width = 60;
  CHECK(print("text", kFigures, figures(), options).out ==
        R"(period  articles per million words of words
2021           2             50.00    40000 ████████████████
2022           0                 –        0
2023           1             25.00    40000 ████████
undated        1            400.00     2500
a note
)");
  options.width = 80;
  CHECK(print("text", kFigures, figures(), options).out ==
        R"(period   articles  per million words  of words
2021            2              50.00     40000  ████████████████████████████████
2022            0                  –         0
2023            1              25.00     40000  ████████████████
undated         1             400.00      2500
a note
)");
}

TEST_CASE("on a narrow terminal titles are stacked and minor columns left out") {
  OutputOptions options;
  options.width = 34;
  CHECK(print("text", kFigures, figures(), options).out == R"(                     per
                 million
period  articles   words
2021           2   50.00 █████████
2022           0       –
2023           1   25.00 ████▌
undated        1  400.00
a note
)");
}

TEST_CASE("less than nothing is drawn lighter") {
  const std::vector<Column> columns = {{"value", "author"},
                                       {"keyness", "keyness", ColumnKind::kBar}};
  OutputOptions options;
  options.width = 40;
  const auto lines = lines_of(
      print("text", columns,
            {{std::string("a"), 10.0}, {std::string("b"), -5.0}, {std::string("c"), -0.001}},
            options)
          .out);
  CHECK(lines[0] == "author keyness");
  CHECK(lines[1] == "a        10.00 █████████████████████████");
  CHECK(lines[2] == "b        -5.00 ░░░░░░░░░░░░");
  CHECK(lines[3].starts_with("c         0.00 "));
}

TEST_CASE("no line of figures is wider than the terminal, whatever is in them") {
  const std::vector<Column> columns = {{"value", "author"},
                                       {"articles", "articles", ColumnKind::kNumber},
                                       {"keyness", "keyness of it", ColumnKind::kBar}};
  const Rows rows = {{std::string("再開についての長い名前の著者と共著者たち再開についての"),
                      std::uint64_t{12345}, 12345.678},
                     {std::string("a\x1b[31m very long name that goes on and on and on and on"),
                      std::uint64_t{1}, 0.001}};
  for (int width = 36; width < 220; width += 3) {
    OutputOptions options;
    options.width = width;
    for (const std::string& line : lines_of(print("text", columns, rows, options).out)) {
      CHECK(query::columns(line) <= width);
      CHECK(line.find('\x1b') == std::string::npos);
    }
  }
}

TEST_CASE("matches stand under each other, wide characters or not") {
  OutputOptions options;
  options.width = 80;
  const Rows rows = {
      occurrence("It was on the last day that the ", "peace talks", " failed again."),
      occurrence("再開された和平", "交渉", "は再開された"), occurrence("", "talks", "")};
  const auto lines = lines_of(print("text", kOccurrences, rows, options, "kwic").out);
  REQUIRE(lines.size() >= 3);
  const auto before = [&](std::size_t line, std::string_view match) {
    return query::columns(std::string_view(lines[line]).substr(0, lines[line].find(match)));
  };
  CHECK(before(0, "peace") == before(1, "交渉"));
  CHECK(before(0, "peace") == before(2, "talks"));
  CHECK(before(0, "¶20 quote Ann Lee") == before(1, "¶20 quote Ann Lee"));
  for (const std::string& line : lines) CHECK(query::columns(line) <= 80);
}

TEST_CASE("a concordance is printed row by row, its matches highlighted") {
  std::string out;
  const TableHead head{"kwic", "peace", "peace"};
  OutputOptions options;
  options.colour = true;
  const TableStreams streams{[&](std::string_view piece) { out += piece; }, [](auto) {}};
  const auto table = find_output("text")->table(head, options, streams);
  table->begin(kOccurrences);
  CHECK(out.empty());
  table->row(occurrence("the ", "peace", " of"));
  CHECK(out.find("\x1b[1;31mpeace\x1b[0m") != std::string::npos);
  CHECK(out.ends_with("\n"));
}

TEST_CASE("a width that was asked for is kept") {
  OutputOptions options;
  options.width = 40;
  options.context = 30;
  const auto lines =
      lines_of(print("text", kOccurrences, {occurrence("the ", "peace", " of")}, options).out);
  CHECK(lines[0].find("peace") == 30);
}

TEST_CASE("nothing found is said") {
  CHECK(print("text", kOccurrences, {}).out.starts_with("No match for peace."));
  CHECK(print("text", kFigures, {}).out.starts_with("No match for peace."));
}

TEST_CASE("CSV has a header, CRLF and quotes where they are needed, and no formula") {
  const std::vector<Column> columns = {{"value", "author"}, {"keyness", "", ColumnKind::kBar}};
  const Printed printed = print("csv", columns,
                                {{std::string("Lee, \"Ann\""), -1.5},
                                 {std::string("=1+2"), 2.0},
                                 {std::string("@cmd"), 0.25},
                                 {std::string("two\nlines"), std::uint64_t{3}},
                                 {Cell(), Cell()},
                                 {std::string("a\x1b[31m\xff"), std::uint64_t{1}}});
  CHECK(
      printed.out ==
      "value,keyness\r\n\"Lee, \"\"Ann\"\"\",-1.5\r\n'=1+2,2\r\n'@cmd,0.25\r\n\"two\nlines\",3\r\n"
      ",\r\na\uFFFD[31m\uFFFD,1\r\n");
  CHECK(printed.told == std::vector<std::string>{"a note"});
}

TEST_CASE("text that starts a formula in any script is defused, numbers are not") {
  for (const char* text : {"=a", "+a", "-a", "@a", "\ta", "\ra", "＝a", "＋a", "－a", "＠a"}) {
    std::string out;
    CsvWriter csv(out);
    csv.text(text);
    CHECK(out.find('\'') <= 1);
  }
  std::string out;
  CsvWriter csv(out);
  csv.number(-0.5);
  CHECK(out == "-0.5");
}

TEST_CASE("JSON is one document with notes, JSON Lines its rows") {
  const Json whole = Json::parse(print("json", kFigures, figures()).out);
  CHECK(whole["view"] == "timeline");
  CHECK(whole["query"] == "peace");
  CHECK(whole["notes"] == Json::array({"a note"}));
  REQUIRE(whole["rows"].size() == 4);
  CHECK(whole["rows"][1]["per_million"].is_null());
  CHECK(whole["rows"][3]["period"].is_null());
  const Printed lines = print("jsonl", kFigures, figures());
  std::size_t row = 0;
  for (const std::string& line : lines_of(lines.out))
    CHECK(Json::parse(line) == whole["rows"][row++]);
  CHECK(row == 4);
  CHECK(lines.told.size() == 1);
  CHECK(Json::parse(print("json", kFigures, {}).out)["rows"] == Json::array());
}

}  // namespace
}  // namespace postil::query
