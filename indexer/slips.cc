#include "indexer/slips.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "indexer/pipeline/scope.h"
#include "indexer/store/known_files.h"

namespace postil::index {
namespace {

Status check_report(const Options& options, const std::vector<Scope>& scopes) {
  if (options.report.empty()) return ok();
  const std::string report = absolute_path(options.report);
  for (const Scope& scope : scopes) {
    if (scope.real != report) continue;
    return Error{ErrorKind::kUsage,
                 fmt::format("the report would overwrite {}, which is to be indexed", scope.given),
                 "name another file with --report; nothing was read or written"};
  }
  return ok();
}

// What is in the database is passed over when a folder is read that it stands in; alone, it is no
// folder of articles.
Status check_places(const Options& options, const std::vector<Scope>& scopes) {
  const std::string database = absolute_path(options.database);
  for (const Scope& scope : scopes) {
    if (!is_below(scope.real, database)) continue;
    return Error{ErrorKind::kUsage,
                 fmt::format("{} is in the database {}, of which nothing is read as an article",
                             scope.given, options.database),
                 "name a folder of articles, or another folder for the database with --db"};
  }
  return ok();
}

}  // namespace

Status check_for_slips(const Options& options) {
  const auto scopes = resolve_paths(options.paths);
  if (!scopes) return scopes.error();
  if (Status status = check_places(options, *scopes); !status) return status;
  return check_report(options, *scopes);
}

}  // namespace postil::index
