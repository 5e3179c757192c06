// Questions saved by name, for query:NAME. They lie in one file of the database folder beside its
// generations, a name and a question a line with a tab between, so that they outlive a rebuild and
// can be saved while an indexer is at work. Databases without a folder of Postil's (HOST:PORT, stub
// files) have none.

#ifndef POSTIL_QUERY_SEARCH_SAVED_QUESTIONS_H_
#define POSTIL_QUERY_SEARCH_SAVED_QUESTIONS_H_

#include <map>
#include <string>

#include "core/base/result.h"

namespace postil::query {

// By name, folded.
using SavedQuestions = std::map<std::string, std::string>;

// `database` is a name as Searcher::open takes it. Lines that hold no name are left out.
Result<SavedQuestions> read_saved_questions(const std::string& database);

// Saves `question` (valid UTF-8, whose white space may become spaces) in the place of an older one
// of this name; returns whether there was one. Writers wait for each other; a reader sees the file
// before or after. kUsage for a name that cannot be one, kInput where nothing can be written.
Result<bool> save_question(const std::string& database, const std::string& name,
                           const std::string& question);

// Returns whether there was a question of this name.
Result<bool> forget_question(const std::string& database, const std::string& name);

}  // namespace postil::query

#endif  // POSTIL_QUERY_SEARCH_SAVED_QUESTIONS_H_
