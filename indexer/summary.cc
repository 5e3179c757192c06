#include "indexer/summary.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/text/utf8.h"
#include "indexer/console.h"

namespace postil::index {
namespace {

constexpr std::size_t kShown = 8;  // of each severity

std::string count(std::uint64_t number, const char* one, const char* many) {
  return group_digits(number) + ' ' + (number == 1 ? one : many);
}

const char* title_of(Severity severity) {
  switch (severity) {
    case Severity::kSkipped:
      return "Skipped";
    case Severity::kCut:
      return "Indexed in part";
    case Severity::kWarning:
      return "Worth a look";
  }
  return "";
}

// "3 added, 1 updated": what is not zero.
std::string list_counts(const RunCounts& counts) {
  std::string text;
  const auto add = [&text](std::uint64_t number, const char* what) {
    if (number == 0) return;
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", group_digits(number), what);
  };
  add(counts.added, "added");
  add(counts.updated, "updated");
  add(counts.unchanged, "unchanged");
  add(counts.removed, "removed");
  add(counts.skipped, "skipped");
  return text;
}

std::string what_happened(const Options& options, const RunSummary& summary) {
  const RunCounts& counts = summary.counts;
  const std::string list = list_counts(counts);
  if (options.dry_run)
    return list.empty() ? "Would do nothing: no files." : "Would be: " + list + ".";
  if (list.empty()) return "No files were found.";
  const bool is_same = counts.added + counts.updated + counts.removed == 0;
  return (is_same && !summary.is_new ? "Nothing changed: " : "Files: ") + list + ".";
}

}  // namespace

void Highlights::add(const Finding& finding) {
  Group& group = groups_[finding.severity];
  ++group.count;
  if (group.first.size() < kShown) group.first.push_back(finding);
}

std::string Highlights::text() const {
  std::string text;
  for (const Severity severity : {Severity::kSkipped, Severity::kCut, Severity::kWarning}) {
    const auto found = groups_.find(severity);
    if (found == groups_.end()) continue;
    const Group& findings = found->second;
    text += fmt::format("{}:\n", title_of(severity));
    for (const Finding& finding : findings.first) {
      text += fmt::format("  {}: {}{}{}\n", safe_text(finding.path), finding.reason,
                          finding.detail.empty() ? "" : ": ", safe_text(finding.detail));
    }
    const std::size_t more = findings.count - findings.first.size();
    if (more > 0) {
      text += fmt::format("  and {} more; --report FILE lists all\n", group_digits(more));
    }
  }
  return text;
}

std::string summary_text(const Options& options, const RunSummary& summary, double seconds,
                         const Highlights& highlights) {
  std::string text = highlights.text();
  if (summary.interrupted) text += "Stopped before the end; the next run goes on from here.\n";
  text += fmt::format("{} ({:.1f} s)\n", what_happened(options, summary), seconds);
  for (const std::string& root : summary.dropped_roots) {
    text += fmt::format("No longer in the database, for it was not named: {}\n", safe_text(root));
  }
  if (!options.dry_run) {
    text += fmt::format("{} holds {} and {}.\n", safe_text(options.database),
                        count(summary.totals.articles, "article", "articles"),
                        count(summary.totals.comments, "comment", "comments"));
  }
  return text;
}

std::string summary_json(const Options& options, const RunSummary& summary, double seconds) {
  const RunCounts& counts = summary.counts;
  nlohmann::ordered_json json = {{"version", 1},
                                 {"database", options.database},
                                 {"files",
                                  {{"added", counts.added},
                                   {"updated", counts.updated},
                                   {"unchanged", counts.unchanged},
                                   {"removed", counts.removed},
                                   {"skipped", counts.skipped}}},
                                 {"cut", counts.cut},
                                 {"warnings", counts.warnings},
                                 {"bytes", counts.bytes},
                                 {"articles", summary.totals.articles},
                                 {"comments", summary.totals.comments},
                                 {"seconds", seconds},
                                 {"dry_run", options.dry_run},
                                 {"interrupted", summary.interrupted},
                                 {"dropped", summary.dropped_roots}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace postil::index
