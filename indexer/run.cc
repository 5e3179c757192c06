#include "indexer/run.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <optional>

#include "indexer/console.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/pipeline/scope.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/signals.h"
#include "indexer/summary.h"
#include "indexer/worker/worker.h"

namespace postil::index {
namespace {

using Clock = std::chrono::steady_clock;

RunRequest request_for(const Options& options) {
  RunRequest request;
  request.database = options.database;
  request.paths = options.paths;
  for (const std::string& pattern : options.include) request.walk.include.emplace_back(pattern);
  for (const std::string& pattern : options.exclude) request.walk.exclude.emplace_back(pattern);
  request.metadata = options.metadata;
  if (!options.report.empty()) request.not_articles.push_back(absolute_path(options.report));
  request.worker_program = kOwnProgram;
  request.jobs = options.jobs;
  request.writer = options.writer;
  request.memory = options.memory;
  request.full = options.full;
  request.dry_run = options.dry_run;
  return request;
}

char sign_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::kAdded:
      return '+';
    case Outcome::kUpdated:
      return '*';
    case Outcome::kRemoved:
      return '-';
    case Outcome::kUnchanged:
    case Outcome::kSkipped:
      return ' ';
  }
  return ' ';
}

// In a dry run: a line for each file that would be added, updated or removed.
void print_outcome(Outcome outcome, const std::string& path) {
  if (outcome != Outcome::kSkipped)
    print(fmt::format("{} {}\n", sign_of(outcome), safe_text(path)));
}

void warn_of_fallback() {
  std::fputs(
      "postil-index: this Xapian keeps its tables in a form that is not known here: the database\n"
      "was built through its API, which takes several times as long\n",
      stderr);
}

int exit_status(const Options& options, const RunSummary& summary) {
  if (summary.interrupted) return caught_signal() == 0 ? kFailed : 128 + caught_signal();
  return options.strict && summary.counts.skipped > 0 ? kSomeSkipped : kDone;
}

Result<RunSummary> run_shown(const Options& options, const RunListener& listener,
                             const std::atomic<bool>& stop) {
  RunProgress progress;
  const RunRequest request = request_for(options);
  std::optional<ProgressDisplay> display;
  if (!options.quiet && !options.dry_run) display.emplace(progress, options.paths, request.walk);
  return run_index(request, listener, progress, stop);
}

}  // namespace

int run(const Options& options) {
  const std::atomic<bool>& stop = stop_on_signals();
  const Clock::time_point start = Clock::now();
  // Before the report is begun: a slip in a PATH touches nothing.
  if (const auto paths = resolve_paths(options.paths); !paths) return report_error(paths.error());
  std::optional<Report> report;
  if (!options.report.empty()) {
    Result<Report> opened = Report::open(options.report);
    if (!opened) return report_error(opened.error());
    report = std::move(*opened);
  }
  Highlights highlights;
  RunListener listener;
  listener.finding = [&](const Finding& finding) {
    highlights.add(finding);
    if (report) report->add(finding);
  };
  if (options.format == SummaryFormat::kText && !options.quiet) listener.outcome = print_outcome;

  const Result<RunSummary> summary = run_shown(options, listener, stop);
  const Status reported = report ? report->close() : ok();
  if (!summary) return report_error(summary.error());
  if (summary->fell_back) warn_of_fallback();
  if (!options.quiet) {
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    print(options.format == SummaryFormat::kJson
              ? summary_json(options, *summary, seconds)
              : summary_text(options, *summary, seconds, highlights));
  }
  if (!reported) return report_error(reported.error());
  return exit_status(options, *summary);
}

}  // namespace postil::index
