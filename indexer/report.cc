#include "indexer/report.h"

#include <fmt/format.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>

namespace postil::index {

Result<Report> Report::open(const std::string& path) {
  Report report(path);
  report.file_.open(path, std::ios::binary | std::ios::trunc);
  if (!report.file_) return report.failure();
  return report;
}

void Report::add(const Finding& finding) {
  const nlohmann::ordered_json line = {{"path", finding.path},
                                       {"severity", name(finding.severity)},
                                       {"reason", finding.reason},
                                       {"detail", finding.detail}};
  file_ << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

Status Report::close() {
  file_.close();
  if (!file_) return failure();
  return ok();
}

Error Report::failure() const {
  return {
      ErrorKind::kInput,
      fmt::format("cannot write the report {}: {}", path_, std::generic_category().message(errno)),
      "name another file with --report"};
}

}  // namespace postil::index
