#include "indexer/pipeline/planner.h"

#include <algorithm>
#include <utility>

#include "indexer/pipeline/file_analyser.h"
#include "indexer/store/record_id.h"

namespace postil::index {
namespace {

// Small enough that all cores are busy to the end, large enough that a batch fills a segment.
constexpr std::size_t kBatchFiles = 256;
constexpr std::uint64_t kBatchBytes = 2 * 1024 * 1024;

// Findings and unchanged files alone do not make a batch worth handing over before this many.
constexpr std::uint64_t kBatchUnchanged = 10'000;

bool is_unchanged(const FileTask& task) {
  return task.known && task.known->modified_ns != FileState::kUntrusted &&
         task.known->modified_ns == task.modified_ns && task.known->size == task.size &&
         task.known->row == kept_row_hash(task.row_hash, task.known->has_articles != 0);
}

}  // namespace

Status Planner::plan(const Scope& scope, const WalkOptions& options) {
  if (scope.is_gone) return ok();
  scope_ = &scope;
  if (!scope.is_standard_input()) {
    if (!is_in_database(scope.real)) return walk_part(scope, options);
    if (is_database(scope.real)) pass_over_database(scope.given);
    return ok();
  }
  WalkedFile input;
  input.path = kStandardInput;
  input.modified_ns = FileState::kUntrusted;
  plan_file(input, kStandardInput);
  return ok();
}

Status Planner::walk_part(const Scope& scope, WalkOptions options) {
  options.above = scope.above;
  options.links_within = in_.roots.outermost(scope.real)->path;
  return walk(scope.given, options, *this);
}

void Planner::finish() {
  if (next_.batch.files.empty() && next_.entry.findings.empty() &&
      next_.entry.counts.files() == 0) {
    return;
  }
  const std::uint64_t number = next_.batch.number;
  in_.emit(std::exchange(next_, PlannedBatch{}));
  next_.batch.number = number + 1;
  next_bytes_ = 0;
}

std::vector<std::string> Planner::gone(
    const std::function<Result<std::string>(const std::string& key)>& path_of) const {
  std::vector<std::string> keys = in_.known.missing();
  if (unreadable_.empty()) return keys;
  const auto is_hidden = [&](const std::string& key) {
    const Result<std::string> path = path_of(key);
    return !path || std::any_of(unreadable_.begin(), unreadable_.end(),
                                [&](const std::string& folder) { return is_below(*path, folder); });
  };
  keys.erase(std::remove_if(keys.begin(), keys.end(), is_hidden), keys.end());
  return keys;
}

bool Planner::file(const WalkedFile& file) {
  if (in_.is_stopped()) return false;
  const std::string real = real_path_of(file.path);
  if (!is_passed_over(real)) plan_file(file, real);
  return true;
}

void Planner::problem(const WalkProblem& problem) {
  if (problem.reason == "unreadable") unreadable_.push_back(real_path_of(problem.path));
  Finding finding{Severity::kSkipped, std::string(problem.path), std::string(problem.reason),
                  problem.detail};
  next_.entry.findings.push_back(std::move(finding));
  next_.entry.add(Outcome::kSkipped);
  hand_over_if_full();
}

bool Planner::may_enter(std::string_view folder) {
  const std::string real = real_path_of(folder);
  if (is_what_the_run_writes(real)) return false;
  if (!is_database(real)) return true;
  pass_over_database(folder);
  return false;
}

// A scope need not be a root: a watch looks at what changed.
bool Planner::is_in_database(const std::string& real) const {
  const schema::Root* root = in_.roots.find(real);
  for (std::string above = real;; above.resize(above.rfind('/'))) {
    if (is_database(above)) return true;
    if (root == nullptr || above.size() <= root->path.size()) return false;
  }
}

void Planner::pass_over_database(std::string_view folder) {
  problem({folder, "database", "A Xapian database, in which nothing is an article"});
}

bool Planner::is_what_the_run_writes(const std::string& real) const {
  return std::any_of(in_.not_articles.begin(), in_.not_articles.end(),
                     [&](const std::string& path) { return is_below(real, path); });
}

// The walk names what it meets by the scope as it was given and the way from there.
std::string Planner::real_path_of(std::string_view path) const {
  std::size_t given = scope_->given.size();
  while (given > 1 && scope_->given[given - 1] == '/') --given;
  std::string_view below = path.substr(std::min(given, path.size()));
  while (!below.empty() && below.front() == '/') below.remove_prefix(1);
  if (below.empty()) return scope_->real;
  return scope_->real + (scope_->real.back() == '/' ? "" : "/") + std::string(below);
}

bool Planner::is_passed_over(const std::string& real) const {
  return in_.manifests.is_manifest(real) || companions_.is_companion(real) ||
         is_what_the_run_writes(real);
}

bool Planner::is_met_before(const Digest& digest, const KnownFile* known) {
  if (known != nullptr) return in_.known.meet(*known);
  return in_.may_overlap && !met_.insert(digest).second;
}

void Planner::plan_file(const WalkedFile& file, const std::string& real) {
  const schema::Root* root = in_.roots.find(real);
  if (root == nullptr) return;
  const Digest digest = file_digest(real);
  const KnownFile* known = in_.known.find(digest);
  if (is_met_before(digest, known)) return;
  FileTask task;
  const std::string_view relative = below(*root, real);
  task.row = in_.manifests.find(*root, relative);
  task.member_rows = in_.manifests.find_members(*root, relative);
  if (real != kStandardInput) task.companions = companions_.of(real, root->path);
  task.row_hash = hash_of(task.row, task.member_rows) ^ hash_of(task.companions);
  task.size = file.size;
  task.modified_ns = file.modified_ns;
  if (known != nullptr) task.known = *known;
  if (is_unchanged(task)) {
    plan_unchanged(file, *known);
    return;
  }
  task.key = key_of_digest(digest);
  if (known != nullptr) task.known_findings = in_.known.findings(*known);
  task.path = file.path;
  task.real_path = real;
  task.id = file_id(root->label, relative);
  task.folder = folder_of(*root, real);
  next_.batch.files.push_back(std::move(task));
  next_bytes_ += file.size;
  hand_over_if_full();
}

void Planner::plan_unchanged(const WalkedFile& file, const KnownFile& known) {
  for (Finding finding : in_.known.findings(known)) {
    finding.path = file.path;
    next_.entry.findings.push_back(std::move(finding));
  }
  next_.entry.add(known.has_articles != 0 ? Outcome::kUnchanged : Outcome::kSkipped);
  ++in_.progress.files;
  in_.progress.bytes += file.size;
  hand_over_if_full();
}

void Planner::hand_over_if_full() {
  if (next_.batch.files.size() >= kBatchFiles || next_bytes_ >= kBatchBytes ||
      next_.entry.counts.files() >= kBatchUnchanged) {
    finish();
  }
}

}  // namespace postil::index
