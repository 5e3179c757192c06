// Decides for each file of the walk, by what the database remembers, whether it has to be looked
// into, and gathers those that have in batches. The one place that says what "unchanged" means
// without opening a file.

#ifndef POSTIL_INDEXER_PIPELINE_PLANNER_H_
#define POSTIL_INDEXER_PIPELINE_PLANNER_H_

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "indexer/pipeline/companions.h"
#include "indexer/pipeline/ledger.h"
#include "indexer/pipeline/manifests.h"
#include "indexer/pipeline/run_progress.h"
#include "indexer/pipeline/scope.h"
#include "indexer/pipeline/task.h"
#include "indexer/store/known_files.h"
#include "indexer/store/root_table.h"
#include "indexer/walk/walk.h"

namespace postil::index {

// What a batch carries beside its files: the account of those that need no work.
struct PlannedBatch {
  Batch batch;
  Entry entry;
};

class Planner final : public WalkSink {
 public:
  struct Inputs {
    const RootTable& roots;
    const Manifests& manifests;
    KnownFiles& known;
    std::vector<std::string> not_articles;  // real paths that are passed over, with all below them
    bool may_overlap = false;               // two scopes may lead to the same file
    std::function<bool()> is_stopped;
    RunProgress& progress;
    std::function<void(PlannedBatch)> emit;
  };

  explicit Planner(Inputs inputs) : in_(std::move(inputs)) {}

  // Walks one scope. Only an Error if the scope itself cannot be read.
  Status plan(const Scope& scope, const WalkOptions& options);

  // Hands over what is left; then no plan() any more.
  void finish();

  // Keys of known files in the scopes that are gone: not met, and not in a folder that could not be
  // read. `path_of` tells a key's path.
  std::vector<std::string> gone(
      const std::function<Result<std::string>(const std::string& key)>& path_of) const;

  // What was found beside the files that were planned.
  const Companions& companions() const { return companions_; }

  bool file(const WalkedFile& file) override;
  void problem(const WalkProblem& problem) override;
  bool may_enter(std::string_view folder) override;

 private:
  Status walk_part(const Scope& scope, WalkOptions options);
  std::string real_path_of(std::string_view path) const;
  bool is_in_database(const std::string& real) const;
  void pass_over_database(std::string_view folder);
  bool is_what_the_run_writes(const std::string& real) const;
  bool is_passed_over(const std::string& real) const;
  bool is_met_before(const Digest& digest, const KnownFile* known);
  void plan_file(const WalkedFile& file, const std::string& real);
  void plan_unchanged(const WalkedFile& file, const KnownFile& known);
  void hand_over_if_full();

  Inputs in_;
  Companions companions_;
  const Scope* scope_ = nullptr;
  std::set<Digest> met_;                 // of new files, if scopes may overlap
  std::vector<std::string> unreadable_;  // real paths
  PlannedBatch next_;
  std::uint64_t next_bytes_ = 0;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_PLANNER_H_
