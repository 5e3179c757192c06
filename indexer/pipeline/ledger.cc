#include "indexer/pipeline/ledger.h"

#include <utility>

namespace postil::index {

void Entry::add(Outcome outcome) {
  switch (outcome) {
    case Outcome::kAdded:
      ++counts.added;
      break;
    case Outcome::kUpdated:
      ++counts.updated;
      break;
    case Outcome::kUnchanged:
      ++counts.unchanged;
      break;
    case Outcome::kRemoved:
      ++counts.removed;
      break;
    case Outcome::kSkipped:
      ++counts.skipped;
      break;
  }
}

void Ledger::enter(std::uint64_t batch, Entry entry) {
  const std::lock_guard lock(mutex_);
  early_.emplace(batch, std::move(entry));
  while (!early_.empty() && early_.begin()->first == next_) {
    tell(early_.begin()->second);
    early_.erase(early_.begin());
    ++next_;
  }
}

void Ledger::enter(const Entry& entry) {
  const std::lock_guard lock(mutex_);
  tell(entry);
}

RunCounts Ledger::counts() const {
  const std::lock_guard lock(mutex_);
  return counts_;
}

void Ledger::tell(const Entry& entry) {
  const RunCounts& more = entry.counts;
  counts_.added += more.added;
  counts_.updated += more.updated;
  counts_.unchanged += more.unchanged;
  counts_.removed += more.removed;
  counts_.skipped += more.skipped;
  counts_.bytes += more.bytes;
  for (const auto& [outcome, path] : entry.outcomes) {
    if (listener_.outcome) listener_.outcome(outcome, path);
  }
  for (const Finding& finding : entry.findings) {
    if (finding.severity == Severity::kCut) ++counts_.cut;
    if (finding.severity == Severity::kWarning) ++counts_.warnings;
    if (listener_.finding) listener_.finding(finding);
  }
}

}  // namespace postil::index
