#include "query/typed_options.h"

#include <fmt/format.h>

#include <utility>

#include "core/schema/database_name.h"

namespace postil::query {
namespace {

// The modes that list results; --explain among them, so that it can be added to such a command.
constexpr Modes kLists = Mode::kAnswer | Mode::kPaths | Mode::kBatch | Mode::kExplain;

void add_filters(TypedOptions& typed, OptionTable& table) {
  table.begin_group(
      "Filters, each of which may be given several times (any of its values) and has an "
      "opposite, --not-author and so on");
  const auto add = [&](const std::string& name, std::vector<std::string>& values, const char* value,
                       std::string description) {
    table.add({name, value, std::move(description), kQuestions, {}, {}}, values);
  };
  for (FacetValues& values : typed.facets) {
    const schema::Field& field = schema::field(values.field);
    const bool is_year = values.field == schema::FieldId::kYear;
    add("--" + std::string(field.name), values.any_of, is_year ? "YEAR" : "VALUE",
        std::string(field.description) + (is_year ? ": 2022, 2020..2023" : ""));
    add("--not-" + std::string(field.name), values.none_of, "VALUE", "");
  }
  add("--since", typed.dates.since, "DATE", "published then or later: 2022, 2022-03, 30d");
  add("--until", typed.dates.until, "DATE", "published then or earlier");
  add("--not-since", typed.dates.not_since, "DATE", "");
  add("--not-until", typed.dates.not_until, "DATE", "");
}

void add_order(TypedOptions& typed, OptionTable& table) {
  table.begin_group("What is searched, and in which order");
  table.add({"-d,--db", "DIR", std::string(schema::kDatabaseNameHelp), Modes::all(), {}, {}},
            typed.database);
  table.add({"--any", "", "any of the words rather than all", kQuestions, {}, {}}, typed.any);
  table.add({"--like",
             "ID",
             "what is like this article: its id or path, or a file of text, - for standard input",
             kQuestions - Mode::kBatch,
             {},
             {}},
            typed.like);
  table.add({"--no-variants",
             "",
             "names only as they are spelled; else Kiev also finds Kyiv and Київ",
             kQuestions,
             {},
             {}},
            typed.no_variants);
  table.add({"--all-versions",
             "",
             "near-duplicates as results of their own, not as one",
             kQuestions,
             {},
             {}},
            typed.all_versions);
  table.add({"--variants",
             "FILE",
             "more names and their spellings, lines such as Kiev = Kyiv (default: "
             "$XDG_CONFIG_HOME/postil/variants.txt, if it is there)",
             kQuestions,
             {},
             {}},
            typed.variants);
  table.add({"--sort",
             "ORDER",
             "one of: " + sort_names() +
                 " (the article's); with --kwic: left, right, match (by the words there)",
             kLists | Mode::kKwic,
             {},
             {}},
            typed.sort);
  table.add({"-n,--limit",
             "N",
             fmt::format("results or rows at most (default: 10; 1000 with trec, {} collocates or "
                         "terms, all with -l, --kwic, --by)",
                         kUsualRows),
             kLists | (kViews - Mode::kTimeline),
             {},
             {}},
            typed.limit);
  table.add({"--offset", "N", "results to leave out before the first", kLists, {}, {}},
            typed.offset);
}

void add_output(TypedOptions& typed, OptionTable& table) {
  table.begin_group("What is printed");
  table.add({"-c,--count",
             "",
             "how many articles, comments and occurrences",
             Mode::kAnswer | Mode::kBatch | Mode::kExplain,
             {},
             {}},
            typed.count);
  table.add(
      {"-l,--paths", "", "the files of the results, one a line", Modes::all(), Mode::kPaths, {}},
      typed.paths);
  table.add({"-0,--null",
             "",
             "as -l, but ended by a NUL each, byte for byte",
             Modes::all(),
             Mode::kPaths,
             {}},
            typed.nul);
  table.add({"--facets",
             "LIST",
             "which to count: author,year… or all, none (default: all but commenter and folder)",
             kLists,
             {},
             {}},
            typed.facet_list);
  table.add({"--format",
             "FORM",
             "one of: " + format_names(),
             Modes::all() - (Mode::kPaths | Mode::kExplain | Mode::kFields | kSaving),
             {},
             {}},
            typed.format);
  table.add(
      {"--color", "WHEN", "auto, always or never; NO_COLOR is honoured", Modes::all(), {}, {}},
      typed.colour);
}

void add_views(TypedOptions& typed, OptionTable& table) {
  TypedView& view = typed.view;
  table.begin_group("Views: other ways to look at what matches");
  table.add({"--kwic",
             "[=WIDTH]",
             "every occurrence, one under the other, with WIDTH characters around it",
             Modes::all(),
             Mode::kKwic,
             {}},
            view.width);
  table.add(
      {"--sample", "N", "only so many of the occurrences, drawn at random", Mode::kKwic, {}, {}},
      view.sample);
  table.add(
      {"--seed", "N", "the same seed draws the same sample (default: 0)", Mode::kKwic, {}, {}},
      view.seed);
  table.add({"--timeline",
             "PERIOD",
             "how often per year, month or day, in articles and in comments apart",
             Modes::all(),
             Mode::kTimeline,
             {}},
            view.period);
  table.add({"--by",
             "FACET",
             "by which author, outlet, kind, year… it is said more, or less, than by the others",
             Modes::all(),
             Mode::kCompare,
             {}},
            view.field);
  table.add({"--collocates",
             "",
             "the words that stand near the match more than chance has it",
             Modes::all(),
             Mode::kCollocates,
             {}},
            typed.collocates);
  table.add(
      {"--window", "N", "how near: words on either side (default: 5)", Mode::kCollocates, {}, {}},
      view.window);
  table.add({"--measure",
             "NAME",
             "what orders them: log-likelihood (default) or logDice",
             Mode::kCollocates,
             {},
             {}},
            view.measure);
  table.add({"--terms",
             "",
             "the words that tell what matches from the rest of the collection",
             Modes::all(),
             Mode::kTerms,
             {}},
            typed.terms);
  table.add({"--floor",
             "N",
             "leave out words found fewer times there (default: 3)",
             Mode::kCollocates | Mode::kTerms,
             {},
             {}},
            view.floor);
  table.add({"--show",
             "ID",
             "one article, by its id or path, to be read; a question is highlighted in it",
             Modes::all(),
             Mode::kShow,
             {}},
            typed.show);
  table.add({"--furniture", "", "and what surrounds it on its page", Mode::kShow, {}, {}},
            typed.furniture);
  table.add({"--no-pager", "", "not by way of $PAGER, though on a terminal", Mode::kShow, {}, {}},
            typed.no_pager);
}

void add_other(TypedOptions& typed, OptionTable& table) {
  table.begin_group("Instead of an answer, or more than one");
  table.add({"--explain",
             "",
             "how each part of the question is read, and what it finds",
             Modes::all(),
             Mode::kExplain,
             {}},
            typed.explain);
  table.add({"--batch",
             "FILE",
             "answer each line, an id and a question with a tab between; - is standard input",
             Modes::all(),
             Mode::kBatch,
             {}},
            typed.batch);
  table.add({"--save",
             "NAME",
             "keep the question in the database, to write it as query:NAME in others",
             Modes::all(),
             Mode::kSave,
             {}},
            typed.save);
  table.add({"--saved", "", "the questions that are kept", Modes::all(), Mode::kListSaved, {}},
            typed.list_saved);
  table.add({"--forget", "NAME", "keep this question no longer", Modes::all(), Mode::kForget, {}},
            typed.forget);
  table.add({"--stats", "", "what the database holds", Modes::all(), Mode::kStats, {}},
            typed.stats);
  table.add(
      {"--fields", "", "the fields that a question can name", Modes::all(), Mode::kFields, {}},
      typed.fields);
  table.add({"-h,--help", "", "this text", Modes::all(), {}, {}}, typed.help);
  table.add(
      {"-V,--version", "", "of postil-query, the schema and the libraries", Modes::all(), {}, {}},
      typed.version);
}

}  // namespace

void define_options(TypedOptions& typed, OptionTable& table) {
  for (const schema::Field& field : schema::kFields) {
    if (field.is_facet()) typed.facets.push_back({field.id, {}, {}});
  }
  add_filters(typed, table);
  add_order(typed, table);
  add_output(typed, table);
  add_views(typed, table);
  add_other(typed, table);
}

}  // namespace postil::query
