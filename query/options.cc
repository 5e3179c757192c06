#include "query/options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <optional>
#include <utility>

#include "core/schema/database_name.h"
#include "core/text/utf8.h"
#include "query/arguments.h"
#include "query/help.h"
#include "query/option_values.h"

namespace postil::query {
namespace {

// As typed.
struct Typed {
  std::vector<FacetValues> facets;
  DateValues dates;
  std::string database;
  std::string facet_list;
  std::string sort = "relevance";
  std::string limit;
  std::string offset = "0";
  std::string format = "text";
  std::string colour = "auto";
  std::string batch;
  bool any = false;
  bool no_variants = false;
  bool count = false;
  bool paths = false;
  bool nul = false;
  bool explain = false;
  bool fields = false;
  bool stats = false;
  bool help = false;
  bool version = false;
};

// CLI11 knows the options and their help; what their values mean is told in option_values.h.
class CommandLine {
 public:
  CommandLine();

  Result<Options> read(const std::vector<std::string>& arguments);

 private:
  void add_filters();
  void add_order();
  void add_output();
  void add_other();
  CLI::Option* add(const char* names, std::string& value, const char* text,
                   std::string description);
  CLI::Option* add(const std::string& names, std::vector<std::string>& values, const char* text,
                   std::string description);
  void add(const char* names, bool& flag, std::string description);

  Status parse(std::vector<std::string> options);
  Status check() const;
  Status fill(Options& options) const;

  CLI::App app_;
  std::string group_;
  Typed typed_;
};

CommandLine::CommandLine() {
  app_.set_help_flag();  // ours is printed without CLI11's exception
  for (const schema::Field& field : schema::kFields) {
    if (field.is_facet()) typed_.facets.push_back({field.id, {}, {}});
  }
  add_filters();
  add_order();
  add_output();
  add_other();
}

CLI::Option* CommandLine::add(const char* names, std::string& value, const char* text,
                              std::string description) {
  return app_.add_option(names, value, std::move(description))
      ->option_text(text)
      ->group(group_)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

CLI::Option* CommandLine::add(const std::string& names, std::vector<std::string>& values,
                              const char* text, std::string description) {
  return app_.add_option(names, values, std::move(description))
      ->option_text(text)
      ->group(group_)
      ->allow_extra_args(false);
}

void CommandLine::add(const char* names, bool& flag, std::string description) {
  app_.add_flag(names, flag, std::move(description))->group(group_);
}

void CommandLine::add_filters() {
  group_ =
      "Filters, each of which may be given several times (any of its values) and has an "
      "opposite, --not-author and so on";
  for (FacetValues& values : typed_.facets) {
    const schema::Field& field = schema::field(values.field);
    const bool is_year = values.field == schema::FieldId::kYear;
    add("--" + std::string(field.name), values.any_of, is_year ? "YEAR" : "VALUE",
        std::string(field.description) + (is_year ? ": 2022, 2020..2023" : ""));
    add("--not-" + std::string(field.name), values.none_of, "VALUE", "")->group("");
  }
  add("--since", typed_.dates.since, "DATE", "published then or later: 2022, 2022-03, 30d");
  add("--until", typed_.dates.until, "DATE", "published then or earlier");
  add("--not-since", typed_.dates.not_since, "DATE", "")->group("");
  add("--not-until", typed_.dates.not_until, "DATE", "")->group("");
}

void CommandLine::add_order() {
  group_ = "What is searched, and in which order";
  add("-d,--db", typed_.database, "DIR", schema::kDatabaseNameHelp);
  add("--any", typed_.any, "any of the words rather than all");
  add("--no-variants", typed_.no_variants,
      "names only as they are spelled (no others are looked for yet)");
  add("--sort", typed_.sort, "ORDER", "one of: " + sort_names());
  add("-n,--limit", typed_.limit, "N",
      "results at most (default: 10; 1000 with trec, all with -l)");
  add("--offset", typed_.offset, "N", "results to leave out before the first");
}

void CommandLine::add_output() {
  group_ = "What is printed";
  add("-c,--count", typed_.count, "how many articles, comments and occurrences");
  add("-l,--paths", typed_.paths, "the files of the results, one a line");
  add("-0,--null", typed_.nul, "as -l, but ended by a NUL each, byte for byte");
  add("--facets", typed_.facet_list, "LIST",
      "which to count: author,year… or all, none (default: all but commenter and folder)");
  add("--format", typed_.format, "FORM", "one of: " + format_names());
  add("--color", typed_.colour, "WHEN", "auto, always or never; NO_COLOR is honoured");
}

void CommandLine::add_other() {
  group_ = "Instead of an answer, or more than one";
  add("--explain", typed_.explain, "how each part of the question is read, and what it finds");
  add("--batch", typed_.batch, "FILE",
      "answer each line, an id and a question with a tab between; - is standard input");
  add("--stats", typed_.stats, "what the database holds");
  add("--fields", typed_.fields, "the fields that a question can name");
  add("-h,--help", typed_.help, "this text");
  add("-V,--version", typed_.version, "of postil-query, the schema and the libraries");
}

Status CommandLine::parse(std::vector<std::string> options) {
  std::reverse(options.begin(), options.end());  // as CLI11 takes them
  try {
    app_.parse(std::move(options));
  } catch (const CLI::ParseError& error) {
    return Error{ErrorKind::kUsage, error.what(), "all options: postil-query --help"};
  }
  return ok();
}

// Options that contradict each other.
Status CommandLine::check() const {
  const int actions = (typed_.explain ? 1 : 0) + (typed_.fields ? 1 : 0) + (typed_.stats ? 1 : 0) +
                      (typed_.batch.empty() ? 0 : 1);
  if (actions > 1) {
    return Error{ErrorKind::kUsage, "--explain, --batch, --stats and --fields exclude each other",
                 "give one of them"};
  }
  const bool paths = typed_.paths || typed_.nul;
  if (paths && (typed_.count || actions > 0 || typed_.format != "text")) {
    return Error{ErrorKind::kUsage, "-l and -0 print paths and nothing else",
                 "leave out -c, --format, --batch or what else asks for another thing"};
  }
  if (typed_.count && typed_.format != "text" && typed_.format != "json") {
    return Error{ErrorKind::kUsage, fmt::format("--count cannot be printed as {}", typed_.format),
                 "write --format text or --format json"};
  }
  return ok();
}

Status CommandLine::fill(Options& options) const {
  auto filters = read_filters(typed_.facets, typed_.dates);
  if (!filters) return filters.error();
  auto facets = read_facets(typed_.facet_list);
  if (!facets) return facets.error();
  const auto sort = read_sort(typed_.sort);
  if (!sort) return sort.error();
  const auto output = read_format(typed_.format);
  if (!output) return output.error();
  const auto colour = read_colour(typed_.colour);
  if (!colour) return colour.error();
  const auto offset = read_count("--offset", typed_.offset);
  if (!offset) return offset.error();
  options.paths_only = typed_.paths || typed_.nul;
  options.limit = options.paths_only ? UINT64_MAX : (*output)->limit;
  if (!typed_.limit.empty()) {
    const auto limit = read_count("--limit", typed_.limit);
    if (!limit) return limit.error();
    options.limit = *limit;
  }
  options.filters = *std::move(filters);
  if ((*output)->facets) options.facets = *std::move(facets);
  options.sort = *sort;
  options.output = *output;
  options.colour = *colour;
  options.offset = *offset;
  options.any = typed_.any;
  options.count_only = typed_.count;
  options.nul_paths = typed_.nul;
  options.batch_file = typed_.batch;
  return ok();
}

bool has_filters(const Filters& filters) {
  return !filters.facets.empty() || !filters.dates.empty() || !filters.not_dates.empty();
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

Action action_of(const Typed& typed) {
  if (typed.explain) return Action::kExplain;
  if (typed.stats) return Action::kStats;
  if (typed.fields) return Action::kFields;
  return typed.batch.empty() ? Action::kAsk : Action::kBatch;
}

// A question is there when it should be, and only then.
Status check_question(const Options& options) {
  const bool asks = options.action == Action::kAsk || options.action == Action::kExplain;
  if (!text::is_valid_utf8(options.question)) {
    return Error{ErrorKind::kUsage, "the question is not valid UTF-8",
                 "set your terminal to UTF-8"};
  }
  const bool blank = text::trim(options.question).empty();
  if (asks && blank && !has_filters(options.filters)) {
    return Error{ErrorKind::kUsage, "no question was asked",
                 "for example: postil-query '\"peace talks\"'; more: postil-query --help"};
  }
  if (!asks && !blank) {
    return Error{ErrorKind::kUsage,
                 fmt::format("a question has no place beside this option: {}", options.question),
                 "leave out the one or the other"};
  }
  if (options.action == Action::kBatch && !options.output->batch) {
    return Error{ErrorKind::kUsage, fmt::format("--batch cannot print {}", options.output->name),
                 "write --format text, jsonl or trec"};
  }
  return ok();
}

Result<Options> CommandLine::read(const std::vector<std::string>& arguments) {
  const auto split = split_arguments(arguments, [&](std::string_view name) -> std::optional<bool> {
    const CLI::Option* option = app_.get_option_no_throw(std::string(name));
    if (option == nullptr) return std::nullopt;
    return option->get_items_expected_max() > 0;
  });
  if (!split) return split.error();
  Options options;
  Status status = parse(split->options);
  if (!status) return status.error();
  if (typed_.help || typed_.version) {
    options.action = Action::kPrint;
    options.text = typed_.help ? help_text(app_) : version_text();
    return options;
  }
  status = check();
  if (!status) return status.error();
  status = fill(options);
  if (!status) return status.error();
  options.action = action_of(typed_);
  options.question = joined(split->words);
  status = check_question(options);
  if (!status) return status.error();
  if (options.action == Action::kFields) return options;
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
