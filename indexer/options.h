// The command line of postil-index, made sense of. The only place that knows CLI11.

#ifndef POSTIL_INDEXER_OPTIONS_H_
#define POSTIL_INDEXER_OPTIONS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "indexer/pipeline/index_run.h"

namespace postil::index {

enum class SummaryFormat : char { kText, kJson };

struct Options {
  std::string answer;  // what to print and be done: the help or the version
  std::string database;
  std::vector<std::string> paths;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  std::string metadata;  // "" for each folder's own metadata.csv
  std::string report;    // "" for none
  std::string inspect;   // the file to inspect, "" to index
  SummaryFormat format = SummaryFormat::kText;
  WriterKind writer = WriterKind::kGlass;
  std::uint64_t memory = 0;  // bytes; 0: what the machine has decides
  unsigned jobs = 1;
  std::optional<double> copies;  // least share of a near-duplicate, 0 for none; none: as it was
  bool full = false;
  bool dry_run = false;
  bool strict = false;
  bool watch = false;
  bool quiet = false;
};

// An Error is of kind kUsage.
Result<Options> read_options(int argc, const char* const* argv);

}  // namespace postil::index

#endif  // POSTIL_INDEXER_OPTIONS_H_
