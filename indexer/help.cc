#include "indexer/help.h"

#include <fmt/format.h>

#include "core/schema/fields.h"
#include "core/schema/stamp.h"
#include "indexer/readers/registry.h"
#include "postil_version.h"

namespace postil::index {
namespace {

constexpr const char* kHelp =
    R"(postil-index reads folders of articles, with their readers' comments, into a
database that postil-query answers questions from.

Usage: postil-index [OPTION]... PATH...

Examples:
  postil-index ~/articles                  index a folder; later: bring it in step
  postil-index --dry-run ~/articles        what would be done, without doing it
  postil-index --inspect talks.txt         how this file is understood, as JSON
  postil-index --report r.jsonl ~/articles a line for each file skipped or doubtful
  postil-index --exclude 'drafts/' ~/articles
  zcat export.jsonl.gz | postil-index -    JSON Lines from standard input
  postil-index --full ~/articles           read everything anew
  postil-index -d war.db ~/a ~/b           a database of its own for two folders

A PATH is a folder, a file, or - for standard input. A second run reads only
what is new or changed and removes what is gone from the folders it is given.
If any PATH does not exist, nothing is done at all.

  -d, --db DIR       the database: a folder, made if it is not there (default:
                     $POSTIL_DB, else $XDG_DATA_HOME/postil/db, else
                     ~/.local/share/postil/db)
  -j, --jobs N       files read at the same time (default: one for each core)
      --memory SIZE  for building a database: 64M, 2G (default: 32M for each job,
                     beyond which nothing is gained)
      --writer HOW   a new database is built by writing its tables directly
                     (glass, the default) or by Xapian itself (api), slower
      --full         build the database anew from the PATHs; without a PATH,
                     from the folders that it holds. Quicker than bringing it in
                     step where more than one file of eight has changed
  -n, --dry-run      say what would be done and touch nothing
      --include GLOB only files that match: '*.txt', '2022/*.md' (repeatable)
      --exclude GLOB no files or folders that match: 'drafts/', '*.log'
      --metadata FILE  titles, authors, dates of files, as CSV with a column path
                     (default: metadata.csv in the folder)
      --copies SHARE how much two texts must have in common to be versions of
                     one: 0.1 to 1, or off (default: as before, at first 0.3)
      --report FILE  JSON Lines: a line for each file that was skipped, cut
                     short or read on an assumption
      --inspect FILE how this file is understood, as JSON; indexes nothing
      --format FMT   of the summary: text or json (default: text)
      --watch        stay and keep the database in step with the PATHs until Ctrl-C
      --strict       exit status 1 if a file was skipped
  -q, --quiet        no summary and no progress
  -h, --help         this help
      --version      versions of the program, its libraries and its readers

Ctrl-C finishes the files in hand, keeps what was done, and stops; the next run
goes on from there.

Exit status: 0 done, also a watch that was stopped while it waited, 1 with
--strict and something skipped, 2 failed, 130 stopped by Ctrl-C before the end.
)";

}  // namespace

std::string help_text() { return kHelp; }

std::string version_text() {
  std::string text = fmt::format("postil-index {}\nschema {}, {}\nreaders:\n", kVersion,
                                 schema::kSchemaVersion, schema::library_versions());
  for (const Reader* reader : readers()) {
    text += fmt::format("  {:<10} {}\n", reader->name, reader->description);
  }
  return text;
}

}  // namespace postil::index
