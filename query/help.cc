#include "query/help.h"

#include <fmt/format.h>

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
  postil-query '~"Kyiv talks"'             also in other spellings of names
  postil-query 'ceasefire NEAR/5 talks'    within 5 words, in any order
  postil-query title:NATO author:roberts   in the title, by this author
  postil-query 'negotiat*' --year 2022     words that begin so, in one year
  postil-query fantasy --kind comment      what readers said
  postil-query --author 'Geoffrey Roberts' all that he wrote
  postil-query -c '"peace talks"'          how often, in how many articles
  postil-query '"peace talks"' --kwic      each occurrence, one under the other
  postil-query talks --timeline year       how often, year by year
  postil-query NATO --by author            who says it more than the others
  postil-query ceasefire --collocates      which words stand near it
  postil-query --like corpus/page.txt      articles like this one
  postil-query --show corpus/page.txt      read it; behind it, words to mark
  postil-query Minsk --format bibtex       cite what was found
  postil-query -0 talks | xargs -0 less    the files themselves
  postil-query talks --format json         for a script
  postil-query --explain 'talks -peace'    how a question is understood
)";

constexpr std::string_view kEnd = R"(
Exit status: 0 something was found, 1 nothing was, 2 there was an error.
)";

// "-n, --limit N"
std::string name_of(const OptionEntry& entry) {
  std::string names = entry.names;
  const std::size_t comma = names.find(',');
  if (comma == std::string::npos) {
    names.insert(0, "    ");
  } else {
    names.insert(comma + 1, " ");
  }
  if (entry.value.empty()) return names;
  return names + (entry.value.starts_with('[') ? "" : " ") + entry.value;
}

void describe(const OptionEntry& entry, Page& page) {
  Line line;
  line.add(name_of(entry)).add("  ").pad_to(kDescriptionColumn - 2);
  line.add(entry.description);
  page.wrapped(line, {2, kDescriptionColumn});
}

}  // namespace

std::string help_text(const std::vector<OptionEntry>& entries) {
  std::string out(kExamples);
  Page page(out, kWidth, false);
  std::string_view group;
  for (const OptionEntry& entry : entries) {
    if (entry.description.empty()) continue;  // its twin speaks for it
    if (entry.group != group) {
      group = entry.group;
      page.blank();
      page.wrapped(Line().add(group).add(":"));
    }
    describe(entry, page);
  }
  out += kEnd;
  return out;
}

std::string version_text() {
  return fmt::format("postil-query {}\nschema {}, {}\n", kVersion, schema::kSchemaVersion,
                     schema::library_versions());
}

}  // namespace postil::query
