// --report FILE: JSON Lines, one object for each finding, with path, severity, reason and detail.
// The place in which nothing that was skipped, cut short or assumed is left out.

#ifndef POSTIL_INDEXER_REPORT_H_
#define POSTIL_INDEXER_REPORT_H_

#include <fstream>
#include <string>

#include "core/base/result.h"
#include "indexer/model/finding.h"

namespace postil::index {

class Report {
 public:
  // Begins the file anew. An Error if something else would be lost: a file that is there must be
  // empty or an earlier report.
  static Result<Report> open(const std::string& path);

  void add(const Finding& finding);

  // An Error if anything could not be written.
  Status close();

 private:
  explicit Report(std::string path) : path_(std::move(path)) {}
  Error failure() const;

  std::string path_;
  std::ofstream file_;
};

}  // namespace postil::index

#endif  // POSTIL_INDEXER_REPORT_H_
