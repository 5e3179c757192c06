// One question and its answer.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <variant>

#include "core/text/utf8.h"
#include "query/actions.h"
#include "query/output/paths.h"
#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

// What a text that others should be like may have at most; what tells it is told long before.
constexpr std::size_t kMaxLikeBytes = std::size_t{16} << 20;

Result<std::string> read_all(std::istream& in, std::string_view name) {
  std::string text;
  std::string block(65536, '\0');
  while (text.size() < kMaxLikeBytes && (in.read(block.data(), 65536) || in.gcount() > 0)) {
    text.append(block, 0, static_cast<std::size_t>(in.gcount()));
  }
  if (text::trim(text).empty()) {
    return Error{ErrorKind::kInput, fmt::format("{} holds no text", name), ""};
  }
  return text::to_valid_utf8(text);
}

// An article of the index, else a file of text.
Result<bool> ask_like(const std::string& name, Request& request, Searcher& searcher) {
  if (name == "-") {
    const auto text = read_all(std::cin, "standard input");
    return text ? searcher.ask_like_text(*text, request) : text.error();
  }
  const auto asked = searcher.ask_like(name, request);
  if (asked || asked.error().kind != ErrorKind::kInput) return asked;
  std::ifstream file(name, std::ios::binary);
  if (!file || file.peek() == std::ifstream::traits_type::eof()) return asked;
  const auto text = read_all(file, name);
  return text ? searcher.ask_like_text(*text, request) : text.error();
}

int list_paths(const Request& request, const Options& options, Searcher& searcher) {
  const auto paths = searcher.paths(request);
  if (!paths) return report(paths.error());
  const PathEnd piped = options.nul_paths ? PathEnd::kNul : PathEnd::kNewline;
  std::string out;
  print_paths(*paths, stdout_is_terminal() ? PathEnd::kTerminal : piped, out);
  return print(out, paths->empty() ? kNothing : kFound);
}

}  // namespace

std::optional<Request> read_question(const Options& options, Searcher& searcher) {
  auto read = make_request(options.question, options, searcher.analyser());
  if (const auto* mistake = std::get_if<QueryError>(&read)) {
    report(describe(*mistake, options.question));
    return std::nullopt;
  }
  auto& request = std::get<Request>(read);
  if (const Status status = searcher.add_spellings(request); !status) {
    report(status.error());
    return std::nullopt;
  }
  if (!options.like.empty()) {
    const auto tells = ask_like(options.like, request, searcher);
    if (!tells) {
      report(tells.error());
      return std::nullopt;
    }
    if (!*tells) report("no other text in the database has a telling word of this one");
  }
  return std::move(request);
}

int ask(const Options& options, Searcher& searcher) {
  const auto request = read_question(options, searcher);
  if (!request) return kFailed;
  if (options.mode == Mode::kPaths) return list_paths(*request, options, searcher);
  const auto answer = searcher.answer(*request);
  if (!answer) return report(answer.error());
  std::string out;
  options.output->print(*answer, output_options(options), out);
  return print_form(*options.output, out, answer->total.articles > 0 ? kFound : kNothing);
}

int explain(const Options& options, Searcher& searcher) {
  const auto request = read_question(options, searcher);
  if (!request) return kFailed;
  const auto lines = searcher.explain(*request);
  if (!lines) return report(lines.error());
  return print(terminal_lines(*lines), kFound);
}

}  // namespace postil::query
