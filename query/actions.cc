#include "query/actions.h"

#include "core/base/heap.h"
#include "core/text/utf8.h"
#include "query/output/terminal_text.h"
#include "query/variants_file.h"

namespace postil::query {

namespace {

// What a question about a few thousand articles needs, with its answer.
constexpr std::size_t kMemoryOfQuestion = 384 * 1024;

}  // namespace

std::variant<Request, QueryError> make_request(const std::string& question, const Options& options,
                                               text::Analyser& analyser) {
  Request request;
  request.query = question;
  // Filters alone are a question too: all that passes them.
  request.tree.is = AllNode{};
  if (!text::trim(question).empty()) {
    ParseOptions parsing;
    parsing.any = options.any;
    parsing.saved = saved_in(options.database);
    auto tree = parse(question, parsing, analyser);
    if (auto* mistake = std::get_if<QueryError>(&tree)) return std::move(*mistake);
    request.tree = std::get<Node>(std::move(tree));
  }
  request.filters = options.filters;
  request.facets = options.facets;
  request.sort = options.sort;
  request.limit = options.limit;
  request.offset = options.offset;
  request.any = options.any;
  request.all_versions = options.all_versions;
  if (!options.output->texts) request.passages = request.comments = 0;
  request.count_only = options.count_only;
  return request;
}

OutputOptions output_options(const Options& options) {
  OutputOptions output;
  output.width = output_width();
  output.colour = use_colour(options.colour);
  output.count_only = options.count_only;
  output.furniture = options.furniture;
  output.context = options.context;
  return output;
}

int print_form(const Output& form, std::string_view text, int status) {
  if (form.safe || !stdout_is_terminal()) return print(text, status);
  return print(terminal_lines(text), status);
}

int run(const Options& options) {
  if (!options.text.empty()) return print(options.text, kFound);
  if (options.mode == Mode::kFields) return show_fields(options);
  if (options.mode == Mode::kSave) return save(options);
  if (options.mode == Mode::kListSaved) return list_saved(options);
  if (options.mode == Mode::kForget) return forget(options);
  take_memory(kMemoryOfQuestion);
  const auto searcher = Searcher::open(options.database);
  if (!searcher) return report(searcher.error());
  if (options.variants) {
    auto table = read_variants(options.variants_file, (*searcher)->analyser());
    if (!table) return report(table.error());
    (*searcher)->use_variants(*std::move(table));
  }
  if (kViews.holds(options.mode)) return look(options, **searcher);
  switch (options.mode) {
    case Mode::kShow:
      return show_article(options, **searcher);
    case Mode::kExplain:
      return explain(options, **searcher);
    case Mode::kBatch:
      return ask_all(options, **searcher);
    case Mode::kStats:
      return show_stats(options, **searcher);
    default:
      return ask(options, **searcher);
  }
}

}  // namespace postil::query
