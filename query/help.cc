#include "query/help.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "core/schema/fields.h"
#include "core/schema/stamp.h"
#include "postil_version.h"
#include "query/output/page.h"

namespace postil::query {
namespace {

constexpr int kWidth = 80;
constexpr int kDescriptionColumn = 27;

constexpr std::string_view kExamples =
    R"(postil-query finds who said what, and where, in articles read by postil-index.

Usage: postil-query [OPTION]... QUESTION...

Examples:
  postil-query Istanbul talks              both words, in any form: talk, talks…
  postil-query '"peace talks"'             this phrase, word for word
  postil-query '"peace talks" -sanctions'  without the word sanctions
  postil-query 'treaty OR accord'          one or the other
  postil-query '"peace talks"~3'           up to 3 other words in between
  postil-query 'ceasefire NEAR/5 talks'    within 5 words, in any order
  postil-query title:NATO author:roberts   in the title, by this author
  postil-query 'negotiat*' --year 2022     words that begin so, in one year
  postil-query fantasy --kind comment      what readers said
  postil-query --author 'Geoffrey Roberts' all that he wrote
  postil-query -c '"peace talks"'          how often, in how many articles
  postil-query -0 talks | xargs -0 less    the files themselves
  postil-query talks --format json         for a script
  postil-query --explain 'talks -peace'    how a question is understood
)";

constexpr std::string_view kEnd = R"(
Exit status: 0 something was found, 1 nothing was, 2 there was an error.
)";

// "-n, --limit N"
std::string name_of(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += "-" + name + ", ";
  if (names.empty()) names = "    ";
  names += "--" + option.get_lnames().front();
  if (!option.get_option_text().empty()) names += " " + option.get_option_text();
  return names;
}

void describe(const CLI::Option& option, Page& page) {
  Line line;
  line.add(name_of(option)).add("  ").pad_to(kDescriptionColumn - 2);
  line.add(option.get_description());
  page.wrapped(line, {2, kDescriptionColumn});
}

}  // namespace

std::string help_text(const CLI::App& app) {
  std::string out(kExamples);
  Page page(out, kWidth, false);
  for (const std::string& group : app.get_groups()) {
    if (group.empty()) continue;  // options that their twins speak for
    page.blank();
    page.wrapped(Line().add(group).add(":"));
    for (const CLI::Option* option : app.get_options()) {
      if (option->get_group() == group) describe(*option, page);
    }
  }
  out += kEnd;
  return out;
}

std::string version_text() {
  return fmt::format("postil-query {}\nschema {}, {}\n", kVersion, schema::kSchemaVersion,
                     schema::library_versions());
}

}  // namespace postil::query
