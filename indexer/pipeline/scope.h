// The PATHs of the command line, made sure of before anything is touched.

#ifndef POSTIL_INDEXER_PIPELINE_SCOPE_H_
#define POSTIL_INDEXER_PIPELINE_SCOPE_H_

#include <string>
#include <vector>

#include "core/base/result.h"

namespace postil::index {

inline constexpr const char* kStandardInput = "-";

// A part of the file system (or standard input) that a run brings in step.
struct Scope {
  std::string given;     // as on the command line
  std::string real;      // absolute, without symbolic links; "-" for standard input
  bool is_gone = false;  // it was there, and what the database has of it goes
  std::string above;     // the way to it from the path that was named, if it is a part of one

  bool is_standard_input() const { return real == kStandardInput; }
};

// Every path must be there: with one that is not, a slip of the pen or a drive that is not mounted,
// nothing at all is done, rather than half of what was meant.
Result<std::vector<Scope>> resolve_paths(const std::vector<std::string>& paths);

// What of each of `paths` is at or below one of `changed`, all absolute and without links when they
// were there; what is not there any more is gone. What lies in two of `paths` is told for each.
std::vector<Scope> resolve_changes(const std::vector<std::string>& changed,
                                   const std::vector<std::string>& paths);

// The absolute path of what may not exist yet: symbolic links are resolved as far as there are
// some.
std::string absolute_path(const std::string& path);

// Whether the folder is a Xapian database, Postil's or not, in which nothing is an article.
bool is_database(const std::string& folder);

// `error` with the path of the file it is about in front.
Error about(const std::string& path, const Error& error);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_SCOPE_H_
