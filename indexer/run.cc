#include "indexer/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <new>
#include <optional>
#include <system_error>
#include <utility>

#include "indexer/console.h"
#include "indexer/pipeline/index_run.h"
#include "indexer/pipeline/scope.h"
#include "indexer/progress.h"
#include "indexer/report.h"
#include "indexer/signals.h"
#include "indexer/slips.h"
#include "indexer/store/fatal_error.h"
#include "indexer/summary.h"
#include "indexer/watch.h"
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
  request.copy_threshold = options.copies;
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

// One run, told. What a watch does without changing anything is not worth a word.
Result<RunSummary> bring_in_step(const Options& options, const RunRequest& request, Report* report,
                                 const std::atomic<bool>& stop, bool is_first) {
  const Clock::time_point start = Clock::now();
  Highlights highlights;
  RunListener listener;
  listener.finding = [&](const Finding& finding) {
    highlights.add(finding);
    if (report != nullptr) report->add(finding);
  };
  if (options.format == SummaryFormat::kText && !options.quiet) listener.outcome = print_outcome;
  RunProgress progress;
  std::optional<ProgressDisplay> display;
  if (is_first && !options.quiet && !options.dry_run) {
    display.emplace(progress, options.paths, request.walk);
  }
  Result<RunSummary> summary = run_index(request, listener, progress, stop);
  display.reset();
  if (!summary) return summary;
  if (summary->fell_back) warn_of_fallback();
  const RunCounts& counts = summary->counts;
  const bool is_news =
      is_first || summary->interrupted || counts.added + counts.updated + counts.removed > 0;
  if (!options.quiet && is_news) {
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    print(options.format == SummaryFormat::kJson
              ? summary_json(options, *summary, seconds)
              : summary_text(options, *summary, seconds, highlights));
  }
  return summary;
}

// The first run and, if asked for, all that follow. A watch that is stopped while it waits has done
// all it could.
Result<int> run_all(const Options& options, Report* report, const std::atomic<bool>& stop) {
  const RunRequest request = request_for(options);
  std::optional<Watch> watch;
  if (options.watch) {
    Result<Watch> opened = watch_paths(request);
    if (!opened) return opened.error();
    watch.emplace(std::move(*opened));
  }
  const Result<RunSummary> summary = bring_in_step(options, request, report, stop, true);
  if (!summary) return summary.error();
  int status = exit_status(options, *summary);
  if (!watch || summary->interrupted || has_print_failed()) return status;
  const auto step = [&](const RunRequest& next) -> Result<bool> {
    const Result<RunSummary> done = bring_in_step(options, next, report, stop, false);
    if (!done) return done.error();
    status = std::max(status, exit_status(options, *done));
    return !has_print_failed();
  };
  if (Status followed = follow(*watch, request, stop, step); !followed) return followed.error();
  return status;
}

// What is left of exceptions comes from a system at its limits.
Result<int> run_guarded(const Options& options, Report* report, const std::atomic<bool>& stop) {
  const char* const hint = "give it more memory, or fewer --jobs; the last good index still stands";
  try {
    return run_all(options, report, stop);
  } catch (const std::bad_alloc&) {
    return Error{ErrorKind::kInput, "there is not enough memory", hint};
  } catch (const std::system_error& error) {
    return Error{ErrorKind::kInput, fmt::format("the system refuses: {}", error.what()), hint};
  }
}

[[noreturn]] void end_with_message() {
  report_error(fatal_error(std::current_exception()));
  std::_Exit(kFailed);
}

}  // namespace

int run(const Options& options) {
  std::set_terminate(end_with_message);
  const std::atomic<bool>& stop = stop_on_signals();
  if (Status status = check_for_slips(options); !status) return report_error(status.error());
  std::optional<Report> report;
  if (!options.report.empty()) {
    Result<Report> opened = Report::open(options.report);
    if (!opened) return report_error(opened.error());
    report = std::move(*opened);
  }
  const Result<int> status = run_guarded(options, report ? &*report : nullptr, stop);
  const Status reported = report ? report->close() : ok();
  if (!status) return report_error(status.error());
  if (!reported) return report_error(reported.error());
  if (has_print_failed()) {
    return report_unprinted(options.dry_run ? "what was printed so far is not complete"
                                            : "what was indexed stands all the same");
  }
  return *status;
}

}  // namespace postil::index
