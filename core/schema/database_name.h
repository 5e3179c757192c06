// Where the database is when nobody says so: the one rule that postil-index and postil-query share,
// so that the two work together without an option.

#ifndef POSTIL_CORE_SCHEMA_DATABASE_NAME_H_
#define POSTIL_CORE_SCHEMA_DATABASE_NAME_H_

#include <string>
#include <vector>

#include "core/base/result.h"

namespace postil::schema {

// `given` (the values of --db) if there is one; else $POSTIL_DB; else $XDG_DATA_HOME/postil/db;
// else ~/.local/share/postil/db. A relative $XDG_DATA_HOME is ignored, as its specification wants.
// An Error of kind kUsage if none of these is known, or several were given: which of them was meant
// is not to be guessed.
Result<std::string> database_name(const std::vector<std::string>& given);

// The folder of the database of Postil that is in force at `name`: `name` itself, or the generation
// that the stub file in it names. Empty if `name` is anything else (a remote database, or several).
std::string current_generation(const std::string& name);

// That the stub file at `name` names a generation which is not there.
Error incomplete_database(const std::string& name);

// The name of the stub file in a database's folder, and the generation that it says is in force:
// its one line is "auto " and the folder's name. Empty if it is any other stub.
inline constexpr const char* kStubFile = "XAPIANDB";
std::string read_stub(const std::string& path);

// The file that makes a folder a database of Xapian's glass backend.
inline constexpr const char* kGlassFile = "iamglass";

// The file by which an indexer holds a database folder; it stays when the indexer has ended.
inline constexpr const char* kLockFile = "lock";

// Files of a database folder beside its generations that are postil-query's: the questions saved by
// name, and that file while it is being written. An indexer leaves both alone.
inline constexpr const char* kSavedQuestionsFile = "saved-questions.tsv";
inline constexpr const char* kNewSavedQuestionsFile = "saved-questions.tsv.new";

// For --help: what the default is and how it is chosen.
inline constexpr const char* kDatabaseNameHelp =
    "the database (default: $POSTIL_DB, else $XDG_DATA_HOME/postil/db, else "
    "~/.local/share/postil/db)";

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_DATABASE_NAME_H_
