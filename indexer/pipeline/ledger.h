// The account of a run: what became of each file, and what its owner should know, told in the order
// of the walk whatever thread comes first.

#ifndef POSTIL_INDEXER_PIPELINE_LEDGER_H_
#define POSTIL_INDEXER_PIPELINE_LEDGER_H_

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "indexer/model/finding.h"

namespace postil::index {

enum class Outcome : char { kAdded, kUpdated, kUnchanged, kRemoved, kSkipped };

// Files by outcome, and findings by severity.
struct RunCounts {
  std::uint64_t added = 0;
  std::uint64_t updated = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t removed = 0;
  std::uint64_t skipped = 0;   // nothing of them is indexed
  std::uint64_t cut = 0;       // findings: indexed in part
  std::uint64_t warnings = 0;  // findings: indexed on an assumption
  std::uint64_t bytes = 0;     // of the files that were looked into

  std::uint64_t files() const { return added + updated + unchanged + skipped; }
};

// Called by one thread at a time.
struct RunListener {
  std::function<void(const Finding&)> finding;

  // What is done to a file, or would be: only called in a dry run.
  std::function<void(Outcome, const std::string& path)> outcome;
};

// What one batch adds to the account.
struct Entry {
  RunCounts counts;
  std::vector<Finding> findings;
  std::vector<std::pair<Outcome, std::string>> outcomes;  // only filled in a dry run

  void add(Outcome outcome);
};

// Thread-safe.
class Ledger {
 public:
  explicit Ledger(const RunListener& listener) : listener_(listener) {}

  // Every batch number from 0 is entered once.
  void enter(std::uint64_t batch, Entry entry);

  // What belongs to no batch, when all batches have been entered or none yet.
  void enter(const Entry& entry);

  RunCounts counts() const;

 private:
  void tell(const Entry& entry);

  const RunListener& listener_;
  mutable std::mutex mutex_;
  RunCounts counts_;
  std::uint64_t next_ = 0;
  std::map<std::uint64_t, Entry> early_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_PIPELINE_LEDGER_H_
