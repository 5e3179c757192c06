#include "indexer/pipeline/scope.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "core/schema/database_name.h"
#include "indexer/store/database_folder.h"
#include "indexer/store/known_files.h"
#include "indexer/walk/folder.h"

namespace postil::index {
namespace {

// "notes/sub" from "/texts" to "/texts/notes/sub".
std::string way_from(const std::string& above, const std::string& path) {
  if (path == above) return "";
  return path.substr(above.back() == '/' ? above.size() : above.size() + 1);
}

}  // namespace

Result<std::vector<Scope>> resolve_paths(const std::vector<std::string>& paths) {
  std::vector<Scope> scopes;
  for (const std::string& path : paths) {
    if (path == kStandardInput) {
      scopes.push_back({path, path, false, ""});
      continue;
    }
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    if (error) {
      return Error{ErrorKind::kInput, fmt::format("cannot read '{}': {}", path, error.message()),
                   "check the spelling; nothing was indexed or removed"};
    }
    scopes.push_back({path, real.string(), false, ""});
  }
  return scopes;
}

std::vector<Scope> resolve_changes(const std::vector<std::string>& changed,
                                   const std::vector<std::string>& paths) {
  std::vector<Scope> scopes;
  for (const std::string& path : paths) {
    for (const std::string& folder : changed) {
      if (is_below(folder, path)) {
        scopes.push_back({folder, folder, !is_really_at(folder), way_from(path, folder)});
      } else if (is_below(path, folder)) {
        scopes.push_back({path, path, !is_really_at(path), ""});
      }
    }
  }
  return scopes;
}

std::string absolute_path(const std::string& path) {
  std::error_code error;
  const std::filesystem::path absolute = std::filesystem::absolute(path, error);
  const std::filesystem::path real = std::filesystem::weakly_canonical(absolute, error);
  std::string result = error ? absolute.string() : real.string();
  while (result.size() > 1 && result.back() == '/') result.pop_back();
  return result;
}

bool is_database(const std::string& folder) {
  std::error_code error;
  if (is_bare_database(folder)) return true;
  if (!std::filesystem::exists(folder + '/' + schema::kStubFile, error)) return false;
  const Result<DatabaseFolder> looked = DatabaseFolder::look(folder);
  return looked && looked->has_database();
}

Error about(const std::string& path, const Error& error) {
  return {error.kind, fmt::format("cannot read '{}': {}", path, error.message), error.hint};
}

}  // namespace postil::index
