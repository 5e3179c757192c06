#include "indexer/report.h"

#include <fmt/format.h>

#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>

namespace postil::index {
namespace {

namespace fs = std::filesystem;

// Longer than any line: a path has 4096 bytes at most.
constexpr std::size_t kLongestLine = 256 * 1024;

// A line as add() writes them.
bool is_finding(std::string_view line) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  return json.is_object() && json.contains("path") && json.contains("severity") &&
         json.contains("reason") && json.contains("detail");
}

// Whether the file holds what is no report. Devices and pipes hold nothing.
bool has_something_else(const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error) || fs::file_size(path, error) == 0) return false;
  std::string start(kLongestLine, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), static_cast<std::streamsize>(start.size()));
  start.resize(static_cast<std::size_t>(file.gcount()));
  return !is_finding(std::string_view(start).substr(0, start.find('\n')));
}

}  // namespace

Result<Report> Report::open(const std::string& path) {
  if (has_something_else(path)) {
    return Error{ErrorKind::kInput,
                 fmt::format("the report would overwrite {}, which is no report", path),
                 "name another file with --report; nothing was read or written"};
  }
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
