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
#include "query/view_options.h"

namespace postil::query {
namespace {

// As typed.
struct Typed {
  std::vector<FacetValues> facets;
  DateValues dates;
  TypedView view;
  std::string database;
  std::string facet_list;
  std::string sort;
  std::string limit;
  std::string offset = "0";
  std::string format = "text";
  std::string colour = "auto";
  std::string batch;
  std::string like;
  std::string show;
  bool any = false;
  bool no_variants = false;
  bool count = false;
  bool paths = false;
  bool nul = false;
  bool furniture = false;
  bool no_pager = false;
  bool collocates = false;
  bool terms = false;
  bool explain = false;
  bool fields = false;
  bool stats = false;
  bool help = false;
  bool version = false;
};

// The modes that list results.
constexpr Modes kLists = Mode::kAnswer | Mode::kPaths | Mode::kBatch;

// Every option once; what their values mean is told in option_values.h and view_options.h.
class CommandLine {
 public:
  CommandLine();

  Result<Options> read(const std::vector<std::string>& arguments);

 private:
  void add_filters();
  void add_order();
  void add_output();
  void add_views();
  void add_other();

  Status check_form(Mode mode, const Output& output) const;
  Status fill(Options& options) const;
  Status fill_rows(Options& options) const;
  Status check_question(const Options& options) const;

  OptionTable table_;
  Typed typed_;
};

CommandLine::CommandLine() {
  for (const schema::Field& field : schema::kFields) {
    if (field.is_facet()) typed_.facets.push_back({field.id, {}, {}});
  }
  add_filters();
  add_order();
  add_output();
  add_views();
  add_other();
}

void CommandLine::add_filters() {
  table_.begin_group(
      "Filters, each of which may be given several times (any of its values) and has an "
      "opposite, --not-author and so on");
  const auto add = [&](const std::string& name, std::vector<std::string>& values, const char* value,
                       std::string description) {
    table_.add({name, value, std::move(description), kQuestions, {}, {}}, values);
  };
  for (FacetValues& values : typed_.facets) {
    const schema::Field& field = schema::field(values.field);
    const bool is_year = values.field == schema::FieldId::kYear;
    add("--" + std::string(field.name), values.any_of, is_year ? "YEAR" : "VALUE",
        std::string(field.description) + (is_year ? ": 2022, 2020..2023" : ""));
    add("--not-" + std::string(field.name), values.none_of, "VALUE", "");
  }
  add("--since", typed_.dates.since, "DATE", "published then or later: 2022, 2022-03, 30d");
  add("--until", typed_.dates.until, "DATE", "published then or earlier");
  add("--not-since", typed_.dates.not_since, "DATE", "");
  add("--not-until", typed_.dates.not_until, "DATE", "");
}

void CommandLine::add_order() {
  table_.begin_group("What is searched, and in which order");
  table_.add({"-d,--db", "DIR", std::string(schema::kDatabaseNameHelp), Modes::all(), {}, {}},
             typed_.database);
  table_.add({"--any", "", "any of the words rather than all", kQuestions, {}, {}}, typed_.any);
  table_.add({"--like", "ID",
              "what is like this article: its id or path, or a file of text, - for standard input",
              kQuestions - Mode::kBatch, {}, {}},
             typed_.like);
  table_.add({"--no-variants", "", "names only as they are spelled (no others are looked for yet)",
              kQuestions, {}, {}},
             typed_.no_variants);
  table_.add({"--sort", "ORDER",
              "one of: " + sort_names() + "; with --kwic: left, right, match (by the words there)",
              kLists | Mode::kKwic, {}, {}},
             typed_.sort);
  table_.add({"-n,--limit", "N",
              fmt::format("results or rows at most (default: 10; 1000 with trec, {} collocates or "
                          "terms, all with -l, --kwic, --by)",
                          kUsualRows),
              kLists | (kViews - Mode::kTimeline), {}, {}},
             typed_.limit);
  table_.add({"--offset", "N", "results to leave out before the first", kLists, {}, {}},
             typed_.offset);
}

void CommandLine::add_output() {
  table_.begin_group("What is printed");
  table_.add({"-c,--count", "", "how many articles, comments and occurrences",
              Mode::kAnswer | Mode::kBatch, {}, {}},
             typed_.count);
  table_.add({"-l,--paths", "", "the files of the results, one a line", Modes::all(), Mode::kPaths,
              {}},
             typed_.paths);
  table_.add({"-0,--null", "", "as -l, but ended by a NUL each, byte for byte", Modes::all(),
              Mode::kPaths, {}},
             typed_.nul);
  table_.add({"--facets", "LIST",
              "which to count: author,year… or all, none (default: all but commenter and folder)",
              kLists, {}, {}},
             typed_.facet_list);
  table_.add({"--format", "FORM", "one of: " + format_names(),
              Modes::all() - (Mode::kPaths | Mode::kExplain | Mode::kFields), {}, {}},
             typed_.format);
  table_.add({"--color", "WHEN", "auto, always or never; NO_COLOR is honoured", Modes::all(), {},
              {}},
             typed_.colour);
}

void CommandLine::add_views() {
  TypedView& view = typed_.view;
  table_.begin_group("Views: other ways to look at what matches");
  table_.add({"--kwic", "[=WIDTH]",
              "every occurrence, one under the other, with WIDTH characters around it",
              Modes::all(), Mode::kKwic, {}},
             view.width);
  table_.add({"--sample", "N", "only so many of the occurrences, drawn at random", Mode::kKwic, {},
              {}},
             view.sample);
  table_.add({"--seed", "N", "the same seed draws the same sample (default: 0)", Mode::kKwic, {},
              {}},
             view.seed);
  table_.add({"--timeline", "PERIOD",
              "how often per year, month or day, in articles and in comments apart", Modes::all(),
              Mode::kTimeline, {}},
             view.period);
  table_.add({"--by", "FACET",
              "by which author, outlet, kind, year… it is said more, or less, than by the others",
              Modes::all(), Mode::kCompare, {}},
             view.field);
  table_.add({"--collocates", "", "the words that stand near the match more than chance has it",
              Modes::all(), Mode::kCollocates, {}},
             typed_.collocates);
  table_.add({"--window", "N", "how near: words on either side (default: 5)", Mode::kCollocates, {},
              {}},
             view.window);
  table_.add({"--measure", "NAME", "what orders them: log-likelihood (default) or logDice",
              Mode::kCollocates, {}, {}},
             view.measure);
  table_.add({"--terms", "", "the words that tell what matches from the rest of the collection",
              Modes::all(), Mode::kTerms, {}},
             typed_.terms);
  table_.add({"--floor", "N", "leave out words found fewer times there (default: 3)",
              Mode::kCollocates | Mode::kTerms, {}, {}},
             view.floor);
  table_.add({"--show", "ID",
              "one article, by its id or path, to be read; a question is highlighted in it",
              Modes::all(), Mode::kShow, {}},
             typed_.show);
  table_.add({"--furniture", "", "and what surrounds it on its page", Mode::kShow, {}, {}},
             typed_.furniture);
  table_.add({"--no-pager", "", "not by way of $PAGER, though on a terminal", Mode::kShow, {}, {}},
             typed_.no_pager);
}

void CommandLine::add_other() {
  table_.begin_group("Instead of an answer, or more than one");
  table_.add({"--explain", "", "how each part of the question is read, and what it finds",
              Modes::all(), Mode::kExplain, {}},
             typed_.explain);
  table_.add({"--batch", "FILE",
              "answer each line, an id and a question with a tab between; - is standard input",
              Modes::all(), Mode::kBatch, {}},
             typed_.batch);
  table_.add({"--stats", "", "what the database holds", Modes::all(), Mode::kStats, {}},
             typed_.stats);
  table_.add({"--fields", "", "the fields that a question can name", Modes::all(), Mode::kFields,
              {}},
             typed_.fields);
  table_.add({"-h,--help", "", "this text", Modes::all(), {}, {}}, typed_.help);
  table_.add({"-V,--version", "", "of postil-query, the schema and the libraries", Modes::all(), {},
              {}},
             typed_.version);
}

// The form can print what the mode yields.
Status CommandLine::check_form(Mode mode, const Output& output) const {
  const auto cannot = [&](std::string_view option, auto&& can) -> Status {
    if (can(output)) return ok();
    return Error{ErrorKind::kUsage, fmt::format("{} cannot print {}", option, output.name),
                 "write --format " + format_names_if(can)};
  };
  if (typed_.count) {
    return cannot("--count", [](const Output& form) {
      return form.name == "text" || form.name == "json";
    });
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
    return cannot(option, [](const Output& form) {
      return form.name == "text" || form.name == "json";
    });
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
  options.limit =
      limit.value_or(options.mode == Mode::kPaths ? UINT64_MAX : options.output->limit);
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
  options.like = typed_.like;
  options.show = typed_.show;
  options.count_only = typed_.count;
  options.nul_paths = typed_.nul;
  options.furniture = typed_.furniture;
  options.pager = !typed_.no_pager;
  options.batch_file = typed_.batch;
  return fill_rows(options);
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

// A question is there when it should be, and only then.
Status CommandLine::check_question(const Options& options) const {
  const Modes without = Mode::kBatch | Mode::kStats | Mode::kFields;
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
  const bool asks = !blank || has_filters(options.filters) || !options.like.empty();
  if (!asks && options.mode != Mode::kShow) {
    return Error{ErrorKind::kUsage, "no question was asked",
                 "for example: postil-query '\"peace talks\"'; more: postil-query --help"};
  }
  return ok();
}

Result<Options> CommandLine::read(const std::vector<std::string>& arguments) {
  const auto split = split_arguments(
      arguments, [&](std::string_view name) { return table_.takes_value(name); });
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
