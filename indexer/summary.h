// The summary of a run, for a person or a script.

#ifndef POSTIL_INDEXER_SUMMARY_H_
#define POSTIL_INDEXER_SUMMARY_H_

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/model/finding.h"
#include "indexer/options.h"
#include "indexer/pipeline/index_run.h"

namespace postil::index {

// Keeps the first few findings of each kind to be shown; --report has them all.
class Highlights {
 public:
  void add(const Finding& finding);

  // Lines for a person; "" if there is nothing to say.
  std::string text() const;

 private:
  struct Group {
    std::size_t count = 0;
    std::vector<Finding> first;
  };
  std::map<Severity, Group> groups_;
};

std::string summary_text(const Options& options, const RunSummary& summary, double seconds,
                         const Highlights& highlights);

std::string summary_json(const Options& options, const RunSummary& summary, double seconds);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_SUMMARY_H_
