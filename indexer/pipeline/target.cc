#include "indexer/pipeline/target.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "indexer/store/glass/glass_writer.h"
#include "indexer/store/segment_writer.h"
#include "indexer/store/update_writer.h"

namespace postil::index {
namespace {

using MaybeReader = std::optional<IndexReader>;

Result<MaybeReader> open_to_update(const DatabaseFolder& folder) {
  Result<IndexReader> reader = IndexReader::open(folder.generation(), folder.path());
  if (!reader) return reader.error();
  if (Status status = reader->check(); !status) return status.error();
  return MaybeReader(std::move(*reader));
}

// A database that is to be replaced need only be ours: by what it says itself, or if it is too
// damaged to say so, by the lock beside it. None if it is damaged.
Result<MaybeReader> open_to_replace(const DatabaseFolder& folder) {
  Result<IndexReader> reader = IndexReader::open(folder.generation(), folder.path());
  const Status status = reader ? reader->check_ours() : Status(reader.error());
  if (status) return MaybeReader(std::move(*reader));
  if (status.error().kind == ErrorKind::kIncompatible) return status.error();
  if (folder.was_locked()) return MaybeReader();
  return Error{ErrorKind::kDatabase,
               fmt::format("{} cannot be read, so that it may be somebody else's: {}",
                           folder.path(), status.error().message),
               "delete it if it is not, or choose another folder with --db"};
}

Result<MaybeReader> open_reader(const DatabaseFolder& folder, bool is_replaced) {
  if (!folder.has_database()) return MaybeReader();
  return is_replaced ? open_to_replace(folder) : open_to_update(folder);
}

Result<std::vector<schema::Root>> read_roots(const MaybeReader& reader) {
  if (!reader) return std::vector<schema::Root>();
  return reader->roots();
}

Result<std::vector<Scope>> scopes_of(const RunRequest& request,
                                     const std::vector<schema::Root>& roots) {
  if (!request.changed.empty()) return resolve_changes(request.changed, request.paths);
  std::vector<std::string> paths = request.paths;
  if (paths.empty()) {
    for (const schema::Root& root : roots) paths.push_back(root.path);
  }
  if (paths.empty()) {
    return Error{ErrorKind::kUsage, "no PATH was given, and the database knows of none",
                 "name a folder of articles"};
  }
  return resolve_paths(paths);
}

// Of each job. Less makes many small runs and does not make the program smaller. More makes nothing
// faster: 72,787 press releases take a tenth more time with eight times as much, for memory used
// again is faster than new.
constexpr std::size_t kLeastMemory = 8UL * 1024 * 1024;
constexpr std::size_t kUsualMemory = 32UL * 1024 * 1024;

// No more than a quarter of the machine's.
std::size_t usual_memory(unsigned jobs) {
  const std::size_t most = kUsualMemory * jobs;
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long page_size = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page_size <= 0) return most;
  return std::min(most, static_cast<std::size_t>(pages) / 4 * static_cast<std::size_t>(page_size));
}

bool is_in_step(const schema::Root& root, const std::vector<Scope>& scopes) {
  return std::any_of(scopes.begin(), scopes.end(), [&](const Scope& scope) {
    return is_below(root.path, scope.real) || is_below(scope.real, root.path);
  });
}

// All checks of the database that can be made without touching it.
Status check_database(const RunRequest& request) {
  const Result<DatabaseFolder> folder = DatabaseFolder::look(request.database);
  if (!folder) return folder.error();
  const auto reader = open_reader(*folder, request.full);
  if (!reader) return reader.error();
  const auto roots = read_roots(*reader);
  const auto scopes = scopes_of(request, roots ? *roots : std::vector<schema::Root>());
  if (!scopes) return scopes.error();
  return ok();
}

// A new database knows nothing of those that it does not take over, least of all their labels.
void keep_roots(const std::vector<schema::Root>& known, Target& target) {
  std::vector<schema::Root> kept;
  for (const schema::Root& root : known) {
    if (target.builds_new && !is_in_step(root, target.scopes)) {
      target.dropped_roots.push_back(root.path);
    } else {
      kept.push_back(root);
    }
  }
  target.roots = RootTable(kept);
}

// Only what was named becomes a root, never a part of it that has changed.
void add_roots(const RunRequest& request, Target& target) {
  if (!request.changed.empty()) {
    for (const std::string& path : request.paths) target.roots.add(path);
    return;
  }
  for (const Scope& scope : target.scopes) {
    scope.is_standard_input() ? target.roots.add(scope.real, "stdin")
                              : target.roots.add(scope.real);
  }
}

Status read_known(const RunRequest& request, Target& target) {
  std::vector<std::string> real;
  for (const Scope& scope : target.scopes) real.push_back(scope.real);
  target.known = KnownFiles(real);
  if (!target.reader || request.full) return ok();
  Result<KnownFiles> known = target.reader->files(real);
  if (!known) return known.error();
  target.known = std::move(*known);
  return ok();
}

}  // namespace

Result<std::unique_ptr<Writer>> Target::make_writer(const RunRequest& request) {
  if (!builds_new) return make_update_writer(folder.generation(), folder.path());
  if (request.writer == WriterKind::kApi) return make_segment_writer(folder);
  const Result<bool> is_supported = glass::is_supported(folder);
  if (!is_supported) return is_supported.error();
  fell_back = !*is_supported;
  if (fell_back) return make_segment_writer(folder);
  glass::WriterLimits limits;
  limits.threads = std::max(1U, request.jobs);
  limits.memory = std::max(kLeastMemory * limits.threads,
                           request.memory != 0 ? request.memory : usual_memory(limits.threads));
  return glass::make_glass_writer(folder, limits);
}

Result<Target> prepare(const RunRequest& request) {
  if (Status status = check_database(request); !status) return status.error();
  Result<DatabaseFolder> folder = DatabaseFolder::look(request.database);
  if (!folder) return folder.error();
  if (!request.dry_run) {
    if (Status status = folder->lock(); !status) return status.error();
  }
  // Read under the lock: another run may just have finished.
  auto reader = open_reader(*folder, request.full);
  if (!reader) return reader.error();
  Target target{std::move(*folder), std::move(*reader), {}, {}, KnownFiles(), {}, false};
  target.builds_new = request.full || !target.folder.has_database();

  const auto roots = read_roots(target.reader);
  if (!roots && !request.full) return roots.error();
  const std::vector<schema::Root> known_roots = roots ? *roots : std::vector<schema::Root>();
  Result<std::vector<Scope>> scopes = scopes_of(request, known_roots);
  if (!scopes) return scopes.error();
  target.scopes = std::move(*scopes);
  keep_roots(known_roots, target);
  add_roots(request, target);
  if (Status status = read_known(request, target); !status) return status.error();
  return target;
}

}  // namespace postil::index
