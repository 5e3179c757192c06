// The outputs that are lists for other programs: paths and TREC runs.
#include <doctest/doctest.h>

#include "query/output/output.h"
#include "query/output/paths.h"
#include "tests/unit/query/output/sample_answer.h"

namespace postil::query {
namespace {

std::string paths(const std::vector<std::string>& list, PathEnd end) {
  std::string out;
  print_paths(list, end, out);
  return out;
}

std::string trec(const Answer& answer, std::string_view question_id) {
  std::string out;
  OutputOptions options;
  options.question_id = question_id;
  find_output("trec")->print(answer, options, out);
  return out;
}

TEST_CASE("paths for a NUL-separated list are the file system's bytes") {
  using namespace std::string_literals;
  CHECK(paths({"a\nb", "caf\xe9", "\x1b[0m"}, PathEnd::kNul) == "a\nb\0caf\xe9\0\x1b[0m\0"s);
}

TEST_CASE("paths in a pipe keep their encoding but cannot act on a terminal") {
  CHECK(paths({"caf\xe9", "a\nb", "\x1b[0m"}, PathEnd::kNewline) == "caf\xe9\na b\n␛[0m\n");
}

TEST_CASE("paths on a terminal are safe to look at") {
  CHECK(paths({"caf\xe9", "a\u202Eb"}, PathEnd::kTerminal) == "caf\uFFFD\nab\n");
}

TEST_CASE("a TREC run names the source's own ids and ranks from 1") {
  CHECK(trec(testing::sample_answer(), "q7") ==
        "q7 Q0 treaty-7 1 9.25 postil\nq7 Q0 pages/scrap.txt 2 1 postil\n");
}

TEST_CASE("ranks of a later page go on, and a question alone has the id 1") {
  Answer answer = testing::sample_answer();
  answer.offset = 10;
  answer.results.resize(1);
  CHECK(trec(answer, "") == "1 Q0 treaty-7 11 9.25 postil\n");
}

TEST_CASE("an id with white space stays one column") {
  Answer answer;
  answer.results = {testing::unknown_article()};
  answer.results[0].id = "my pages/a\tb\n.txt";
  CHECK(trec(answer, "a b") == "a%20b Q0 my%20pages/a%09b%0A.txt 1 1 postil\n");
}

TEST_CASE("every output has a name of its own and is found by it") {
  for (const Output& output : outputs()) CHECK(find_output(output.name) == &output);
  CHECK(find_output("xml") == nullptr);
  CHECK(find_output("") == nullptr);
}

}  // namespace
}  // namespace postil::query
