// What can be asked, and of what: --fields and --stats.
#include <fmt/format.h>

#include "core/schema/fields.h"
#include "query/actions.h"
#include "query/output/json_writer.h"
#include "query/output/page.h"

namespace postil::query {
namespace {

constexpr int kValueColumn = 22;

// "Articles              24": a name and what is said of it.
void print_pair(std::string_view name, std::string_view value, Page& page) {
  Line line;
  line.add(name, Style::kTitle).pad_to(kValueColumn).add(value);
  page.wrapped(line, {0, kValueColumn});
}

void print_field(const schema::Field& field, Page& page) {
  std::string names(field.name);
  if (!field.alias.empty()) names += fmt::format(", {}", field.alias);
  std::string description(field.description);
  if (field.is_facet()) description += fmt::format(" (also --{}, and counted)", field.name);
  print_pair(names, description, page);
  page.wrapped(Line().add(field.example, Style::kLabel), {kValueColumn, kValueColumn});
}

std::string period_of(const Stats& stats) {
  if (!stats.earliest || !stats.latest) return "no article has a date";
  std::string period = to_string(*stats.earliest) + " to " + to_string(*stats.latest);
  if (stats.undated_articles > 0) period += fmt::format("; {} undated", stats.undated_articles);
  return period;
}

std::string stats_text(const Stats& stats, const Options& options) {
  std::string out;
  Page page(out, output_width(), use_colour(options.colour));
  std::string languages;
  for (const FacetValue& language : stats.languages) {
    if (!languages.empty()) languages += ", ";
    languages += fmt::format("{} {}", language.value, language.articles);
  }
  print_pair("Articles", fmt::format("{}", stats.articles), page);
  print_pair("Comments", fmt::format("{}", stats.comments), page);
  print_pair("Words", fmt::format("{}", stats.words), page);
  print_pair("Published", period_of(stats), page);
  print_pair("Languages", languages.empty() ? "none known" : languages, page);
  for (const std::string& folder : stats.folders) {
    print_pair(&folder == stats.folders.data() ? "Read from" : "", folder, page);
  }
  print_pair("Database", options.database, page);
  print_pair("Made with", stats.stamp, page);
  return out;
}

std::string stats_json(const Stats& stats) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("version").number(std::uint64_t{1});
  json.key("articles").number(stats.articles);
  json.key("comments").number(stats.comments);
  json.key("words").number(stats.words);
  json.key("undated_articles").number(stats.undated_articles);
  json.key("earliest").date_or_null(stats.earliest);
  json.key("latest").date_or_null(stats.latest);
  json.key("languages").begin_array();
  for (const FacetValue& language : stats.languages) {
    json.begin_object();
    json.key("value").string(language.value);
    json.key("articles").number(language.articles);
    json.key("comments").number(language.comments);
    json.end_object();
  }
  json.end_array();
  json.key("folders").begin_array();
  for (const std::string& folder : stats.folders) json.string(folder);
  json.end_array();
  json.key("stamp").string(stats.stamp);
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace

int show_stats(const Options& options, Searcher& searcher) {
  const auto stats = searcher.stats();
  if (!stats) return report(stats.error());
  const bool json = options.output->name == "json";
  return print_form(*options.output, json ? stats_json(*stats) : stats_text(*stats, options),
                    kFound);
}

int show_fields(const Options& options) {
  std::string out;
  Page page(out, output_width(), use_colour(options.colour));
  for (const schema::Field& field : schema::kFields) print_field(field, page);
  return print(out, kFound);
}

}  // namespace postil::query
