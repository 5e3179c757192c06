#include "indexer/slips.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "indexer/pipeline/scope.h"

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

}  // namespace

Status check_for_slips(const Options& options) {
  const auto scopes = resolve_paths(options.paths);
  if (!scopes) return scopes.error();
  return check_report(options, *scopes);
}

}  // namespace postil::index
