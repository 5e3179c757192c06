// Any question is parsed or refused with a place inside it; a tree written out as a question is
// read as the same tree. The first byte of the input chooses the options.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/text/analyser.h"
#include "core/text/utf8.h"
#include "query/parse/parser.h"
#include "tests/support/query_tree.h"

namespace {

using postil::query::Node;
using postil::query::ParseOptions;
using postil::query::QueryError;

void require(bool holds, const char* what, std::string_view question) {
  if (holds) return;
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(question.size()), question.data());
  std::abort();
}

void check_error(const QueryError& error, std::string_view question) {
  const std::size_t length = postil::text::count_code_points(question);
  require(error.column >= 1 && error.column <= length + 1, "a column outside", question);
  require(!error.message.empty() && !error.hint.empty(), "a mistake without words", question);
  const std::string description = describe(error, question);
  require(postil::text::is_valid_utf8(description), "a broken description", question);
}

// A question written out may be longer and deeper than it was typed.
bool is_about_limits(const QueryError& error) {
  return error.message.find("longer than") != std::string::npos ||
         error.message.find("nested more than") != std::string::npos;
}

void check_tree(const Node& tree, const ParseOptions& options, postil::text::Analyser& analyser) {
  if (!postil::test::has_stable_terms(tree, analyser)) return;
  const std::string written = to_query(tree);
  const auto again = parse(written, options, analyser);
  if (const auto* error = std::get_if<QueryError>(&again)) {
    require(is_about_limits(*error), error->message.c_str(), written);
    return;
  }
  require(std::get<Node>(again) == tree, "another tree", written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static postil::text::Analyser analyser;
  if (size == 0) return 0;
  const ParseOptions options{(data[0] & 1) != 0, {2024, 3, 20}};
  const std::string question = postil::text::to_valid_utf8(
      std::string_view(reinterpret_cast<const char*>(data + 1), size - 1));
  const auto result = parse(question, options, analyser);
  if (const auto* error = std::get_if<QueryError>(&result)) {
    check_error(*error, question);
  } else {
    check_tree(std::get<Node>(result), options, analyser);
  }
  return 0;
}
