// Compares how each question of tests/golden/queries.txt is read with what stands below it there.

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "query/parse/parser.h"
#include "tests/support/outline.h"
#include "tests/support/source_root.h"

namespace postil::query {
namespace {

constexpr PartialDate kToday{2024, 3, 20};

std::filesystem::path golden_file() { return test::source_root() / "tests/golden/queries.txt"; }

struct Entry {
  std::string head;    // as in the file: comment lines, blank lines and the question
  std::string marker;  // "? " or "any? "
  std::string question;
  std::string answer;
};

std::vector<Entry> read_entries(std::istream& in) {
  std::vector<Entry> entries;
  std::string head;
  for (std::string line; std::getline(in, line);) {
    const std::size_t mark = line.starts_with("? ") ? 2 : line.starts_with("any? ") ? 5 : 0;
    if (mark > 0) {
      entries.push_back({head, line.substr(0, mark), line.substr(mark), ""});
      head.clear();
    } else if (line.empty() || line.starts_with("#")) {
      head += line + "\n";
    } else if (!entries.empty()) {
      entries.back().answer += line + "\n";
    }
  }
  return entries;
}

std::string answer_to(const Entry& entry, text::Analyser& analyser) {
  const ParseOptions options{entry.marker.starts_with("any"), kToday};
  const auto result = parse(entry.question, options, analyser);
  if (const auto* node = std::get_if<Node>(&result)) return test::to_outline(*node);
  const auto& error = std::get<QueryError>(result);
  return "! column " + std::to_string(error.column) + ": " + error.message + "\n! " + error.hint +
         "\n";
}

void write_entries(const std::vector<Entry>& entries, std::ostream& out) {
  for (const Entry& entry : entries) {
    out << (entry.head.empty() && &entry != entries.data() ? "\n" : entry.head);
    out << entry.marker << entry.question << "\n" << entry.answer;
  }
}

TEST_CASE("every question of the golden table is read as the table says") {
  std::ifstream in(golden_file());
  REQUIRE(in.is_open());
  std::vector<Entry> entries = read_entries(in);
  in.close();
  CHECK(entries.size() >= 150);
  const bool update = std::getenv("POSTIL_UPDATE_GOLDEN") != nullptr;
  text::Analyser analyser;
  for (Entry& entry : entries) {
    const std::string answer = answer_to(entry, analyser);
    CAPTURE(entry.question);
    if (!update) CHECK(answer == entry.answer);
    entry.answer = answer;
  }
  if (update) {
    std::ofstream out(golden_file());
    write_entries(entries, out);
  }
}

TEST_CASE("every question of the golden table, written out, is read as the same tree") {
  std::ifstream in(golden_file());
  text::Analyser analyser;
  for (const Entry& entry : read_entries(in)) {
    const ParseOptions options{entry.marker.starts_with("any"), kToday};
    const auto result = parse(entry.question, options, analyser);
    const auto* node = std::get_if<Node>(&result);
    if (node == nullptr) continue;
    const std::string written = to_query(*node);
    CAPTURE(entry.question);
    CAPTURE(written);
    const auto again = parse(written, options, analyser);
    REQUIRE(std::holds_alternative<Node>(again));
    CHECK(std::get<Node>(again) == *node);
  }
}

}  // namespace
}  // namespace postil::query
