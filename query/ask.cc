// One question and its answer.
#include <variant>

#include "query/actions.h"
#include "query/output/paths.h"
#include "query/output/terminal_text.h"

namespace postil::query {
namespace {

// Parses the question; tells of its mistake and returns no request if it has one.
std::optional<Request> read_question(const Options& options, Searcher& searcher) {
  auto read = make_request(options.question, options, searcher.analyser());
  if (const auto* mistake = std::get_if<QueryError>(&read)) {
    report(describe(*mistake, options.question));
    return std::nullopt;
  }
  return std::get<Request>(std::move(read));
}

int list_paths(const Request& request, const Options& options, Searcher& searcher) {
  const auto paths = searcher.paths(request);
  if (!paths) return report(paths.error());
  const PathEnd seen = stdout_is_terminal() ? PathEnd::kTerminal : PathEnd::kNewline;
  std::string out;
  print_paths(*paths, options.nul_paths ? PathEnd::kNul : seen, out);
  return print(out, paths->empty() ? kNothing : kFound);
}

}  // namespace

int ask(const Options& options, Searcher& searcher) {
  const auto request = read_question(options, searcher);
  if (!request) return kFailed;
  if (options.paths_only) return list_paths(*request, options, searcher);
  const auto answer = searcher.answer(*request);
  if (!answer) return report(answer.error());
  std::string out;
  options.output->print(*answer, output_options(options), out);
  return print(out, answer->total.articles > 0 ? kFound : kNothing);
}

int explain(const Options& options, Searcher& searcher) {
  const auto request = read_question(options, searcher);
  if (!request) return kFailed;
  const auto lines = searcher.explain(*request);
  if (!lines) return report(lines.error());
  return print(terminal_lines(*lines), kFound);
}

}  // namespace postil::query
