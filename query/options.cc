#include "query/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "core/schema/database_name.h"
#include "core/text/utf8.h"
#include "query/arguments.h"
#include "query/help.h"
#include "query/option_table.h"
#include "query/option_values.h"
#include "query/typed_options.h"
#include "query/view_options.h"

namespace postil::query {
namespace {

// What the values of the options mean is told in option_values.h and view_options.h.
class CommandLine {
 public:
  CommandLine() { define_options(typed_, table_); }

  Result<Options> read(const std::vector<std::string>& arguments);

 private:
  Status check_form(Mode mode, const Output& output) const;
  Status fill(Options& options) const;
  Status fill_rows(Options& options) const;
  Status check_question(const Options& options) const;

  OptionTable table_;
  TypedOptions typed_;
};

// The form can print what the mode yields.
Status CommandLine::check_form(Mode mode, const Output& output) const {
  const auto cannot = [&](std::string_view option, auto&& can) -> Status {
    if (can(output)) return ok();
    return Error{ErrorKind::kUsage, fmt::format("{} cannot print {}", option, output.name),
                 "write --format " + format_names_if(can)};
  };
  if (typed_.count) {
    return cannot("--count",
                  [](const Output& form) { return form.name == "text" || form.name == "json"; });
  }
  const std::string_view option = table_.option_of(mode);
  if (kViews.holds(mode)) {
    return cannot(option, [](const Output& form) { return form.table != nullptr; });
  }
  if (mode == Mode::kShow) {
    return cannot(option, [](const Output& form) { return form.article != nullptr; });
  }
  if (mode == Mode::kBatch) return cannot(option, [](const Output& form) { return form.batch; });
  if (mode == Mode::kStats) {
    return cannot(option,
                  [](const Output& form) { return form.name == "text" || form.name == "json"; });
  }
  return ok();
}

// What is listed, how much of it, and in which order.
Status CommandLine::fill_rows(Options& options) const {
  std::optional<std::uint64_t> limit;
  if (!typed_.limit.empty()) {
    const auto read = read_count("--limit", typed_.limit);
    if (!read) return read.error();
    limit = *read;
  }
  if (kViews.holds(options.mode)) {
    TypedView typed = typed_.view;
    typed.sort = typed_.sort;
    const int width = options.output->name == "text" ? output_width() : 0;
    auto view = read_view(options.mode, typed, limit, width);
    if (!view) return view.error();
    options.view = std::move(view->view);
    options.view_name = std::move(view->name);
    options.context = view->context;
    return ok();
  }
  const auto sort = read_sort(typed_.sort.empty() ? "relevance" : typed_.sort);
  if (!sort) return sort.error();
  options.sort = *sort;
  options.limit = limit.value_or(options.mode == Mode::kPaths ? UINT64_MAX : options.output->limit);
  return ok();
}

Status CommandLine::fill(Options& options) const {
  auto filters = read_filters(typed_.facets, typed_.dates);
  if (!filters) return filters.error();
  auto facets = read_facets(typed_.facet_list);
  if (!facets) return facets.error();
  const auto output = read_format(typed_.format);
  if (!output) return output.error();
  const auto colour = read_colour(typed_.colour);
  if (!colour) return colour.error();
  const auto offset = read_count("--offset", typed_.offset);
  if (!offset) return offset.error();
  if (const Status status = check_form(options.mode, **output); !status) return status;
  options.filters = *std::move(filters);
  if ((*output)->facets) options.facets = *std::move(facets);
  options.output = *output;
  options.colour = *colour;
  options.offset = *offset;
  options.any = typed_.any;
  options.variants = !typed_.no_variants;
  options.variants_file = typed_.variants;
  options.like = typed_.like;
  options.show = typed_.show;
  // A run is scored record by record.
  options.all_versions = typed_.all_versions || typed_.format == "trec";
  options.count_only = typed_.count;
  options.nul_paths = typed_.nul;
  options.furniture = typed_.furniture;
  options.pager = !typed_.no_pager;
  options.batch_file = typed_.batch;
  options.saved_name = options.mode == Mode::kSave ? typed_.save : typed_.forget;
  return fill_rows(options);
}

// The words of the command line as one question.
std::string joined(const std::vector<std::string>& words) {
  std::string question;
  for (const std::string& word : words) {
    if (!question.empty()) question += ' ';
    question += word;
  }
  return question;
}

// A question is there when it should be, and only then.
Status CommandLine::check_question(const Options& options) const {
  const Modes without =
      Mode::kBatch | Mode::kStats | Mode::kFields | Mode::kListSaved | Mode::kForget;
  if (!text::is_valid_utf8(options.question)) {
    return Error{ErrorKind::kUsage, "the question is not valid UTF-8",
                 "set your terminal to UTF-8"};
  }
  const bool blank = text::trim(options.question).empty();
  if (without.holds(options.mode)) {
    if (blank) return ok();
    return Error{ErrorKind::kUsage,
                 fmt::format("a question has no place beside {}: {}",
                             table_.option_of(options.mode), options.question),
                 "leave out the one or the other"};
  }
  const bool asks = !blank || !options.filters.is_empty() || !options.like.empty();
  if (!asks && options.mode != Mode::kShow) {
    return Error{ErrorKind::kUsage, "no question was asked",
                 "for example: postil-query '\"peace talks\"'; more: postil-query --help"};
  }
  return ok();
}

Result<Options> CommandLine::read(const std::vector<std::string>& arguments) {
  const auto split =
      split_arguments(arguments, [&](std::string_view name) { return table_.takes_value(name); });
  if (!split) return split.error();
  Options options;
  Status status = table_.parse(split->options);
  if (!status) return status.error();
  if (typed_.help || typed_.version) {
    options.text = typed_.help ? help_text(table_.entries()) : version_text();
    return options;
  }
  const auto mode = table_.mode();
  if (!mode) return mode.error();
  options.mode = *mode;
  status = fill(options);
  if (!status) return status.error();
  options.question = joined(split->words);
  status = check_question(options);
  if (!status) return status.error();
  if (options.mode == Mode::kFields) return options;
  auto database = schema::database_name(typed_.database);
  if (!database) return database.error();
  options.database = *std::move(database);
  return options;
}

}  // namespace

Result<Options> read_options(int argc, const char* const* argv) {
  return CommandLine().read(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
}

}  // namespace postil::query
