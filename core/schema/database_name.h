// Where the database is when nobody says so: the one rule that postil-index and postil-query share,
// so that the two work together without an option.

#ifndef POSTIL_CORE_SCHEMA_DATABASE_NAME_H_
#define POSTIL_CORE_SCHEMA_DATABASE_NAME_H_

#include <string>

#include "core/base/result.h"

namespace postil::schema {

// `given` (the value of --db) unless it is empty; else $POSTIL_DB; else $XDG_DATA_HOME/postil/db;
// else ~/.local/share/postil/db. A relative $XDG_DATA_HOME is ignored, as its specification wants.
// An Error of kind kUsage if none of these is known.
Result<std::string> database_name(const std::string& given);

// For --help: what the default is and how it is chosen.
inline constexpr const char* kDatabaseNameHelp =
    "the database (default: $POSTIL_DB, else $XDG_DATA_HOME/postil/db, else "
    "~/.local/share/postil/db)";

}  // namespace postil::schema

#endif  // POSTIL_CORE_SCHEMA_DATABASE_NAME_H_
