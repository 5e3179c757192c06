#include "indexer/pipeline/index_run.h"

#include <algorithm>
#include <mutex>
#include <new>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/file_analyser.h"
#include "indexer/pipeline/manifests.h"
#include "indexer/pipeline/planner.h"
#include "indexer/pipeline/target.h"
#include "indexer/recurring/guess.h"
#include "indexer/store/column_writer.h"
#include "indexer/store/known_files_file.h"

namespace postil::index {
namespace {

// Records of a batch that are analysed before they are written, so that a batch whose turn has not
// come yet takes no more memory than this.
constexpr std::size_t kBufferedBytes = 16 * 1024 * 1024;

std::size_t bytes_of(const FileUpdate& update) {
  std::size_t bytes = 0;
  for (const AnalysedRecord& record : update.records) bytes += record.bytes();
  return bytes;
}

class Run {
 public:
  Run(const RunRequest& request, const RunListener& listener, RunProgress& progress,
      const std::atomic<bool>& stop, Target& target, Manifests& manifests)
      : request_(request),
        progress_(progress),
        interrupt_(stop),
        target_(target),
        manifests_(manifests),
        ledger_(listener),
        queue_(2 * std::size_t{request.jobs} + 2) {}

  Result<RunSummary> run();

 private:
  Status walk_all(Planner& planner);
  void start_workers(std::vector<std::jthread>& workers);
  void work();
  void work_on(PlannedBatch planned, FileAnalyser& analyser);
  Status write_files(const Batch& batch, FileAnalyser& analyser, Entry& entry);
  Status remove_gone(const Planner& planner);
  void note_changed(const std::string& key);
  void write_what_is_beside();
  void tell_of_damage();
  void tell_of_what_is_beside(const Planner& planner);
  void fail(const Error& error);
  bool is_stopped();
  Result<RunSummary> summary();

  const RunRequest& request_;
  RunProgress& progress_;
  const std::atomic<bool>& interrupt_;
  std::atomic<bool> stop_ = false;  // by the user or by a failure
  Target& target_;
  Manifests& manifests_;
  Ledger ledger_;
  BoundedQueue<PlannedBatch> queue_;
  std::optional<RecurrenceGuess> guess_;  // only while all is read anew
  std::unique_ptr<Writer> writer_;        // none in a dry run

  std::mutex mutex_;
  std::vector<std::string> gone_;     // keys
  std::vector<std::string> changed_;  // keys of files whose state was written or removed
  std::optional<Error> failure_;
};

Result<RunSummary> Run::run() {
  if (!request_.dry_run) {
    Result<std::unique_ptr<Writer>> writer = target_.make_writer(request_);
    if (!writer) return writer.error();
    writer_ = std::move(*writer);
    if (target_.builds_new) guess_.emplace();
  }
  Entry manifest_notes;
  manifest_notes.findings = manifests_.findings();
  ledger_.enter(manifest_notes);
  tell_of_damage();

  Planner planner({target_.roots, manifests_, target_.known, request_.not_articles,
                   target_.scopes.size() > 1, [this] { return is_stopped(); }, progress_,
                   [this](PlannedBatch batch) { queue_.push(std::move(batch)); }});
  Status walked = ok();
  {
    std::vector<std::jthread> workers;
    const BoundedQueue<PlannedBatch>::Closing closing(queue_);  // before the workers are waited for
    start_workers(workers);
    walked = walk_all(planner);
  }
  if (failure_) return *failure_;
  if (!walked) return walked.error();
  Entry companion_notes;
  companion_notes.findings = planner.companions().unreadable();
  ledger_.enter(companion_notes);
  progress_.phase = RunProgress::Phase::kFinishing;
  if (!stop_) {
    if (Status status = remove_gone(planner); !status) return status.error();
    tell_of_what_is_beside(planner);
  }
  if (writer_) {
    const Status status = writer_->finish(target_.roots.all(), request_.copy_threshold);
    if (!status) return status.error();
    write_what_is_beside();
  }
  return summary();
}

Status Run::walk_all(Planner& planner) {
  Status status = ok();
  for (const Scope& scope : target_.scopes) {
    if (status && !is_stopped()) status = planner.plan(scope, request_.walk);
  }
  planner.finish();
  return status;
}

void Run::start_workers(std::vector<std::jthread>& workers) {
  workers.reserve(request_.jobs);
  for (unsigned i = 0; i < std::max(1U, request_.jobs); ++i) {
    try {
      workers.emplace_back([this] { work(); });
    } catch (const std::system_error&) {  // the system has no more threads, or memory for them
      if (workers.empty()) throw;
      break;
    }
  }
}

void Run::work() {
  // The guess saves the end of the run from making most records anew; what is wrong is mended
  // there.
  FileAnalyser analyser(
      request_.worker_program, [this] { return is_stopped(); },
      guess_ ? guess_->asked() : RecordMaker::Recurs());
  while (std::optional<PlannedBatch> batch = queue_.pop()) work_on(std::move(*batch), analyser);
  const std::lock_guard lock(mutex_);
  gone_.insert(gone_.end(), analyser.gone().begin(), analyser.gone().end());
}

// Every batch is ended and entered, for want of memory too: others wait for it. Whatever else is
// thrown ends the program.
void Run::work_on(PlannedBatch planned, FileAnalyser& analyser) {
  const std::uint64_t number = planned.batch.number;
  try {
    if (Status status = write_files(planned.batch, analyser, planned.entry); !status) {
      fail(status.error());
    }
  } catch (const std::bad_alloc&) {
    fail({ErrorKind::kInput, "there is not enough memory to read all files at once",
          "give the run fewer --jobs, or more memory: the last good index still stands"});
  }
  if (writer_) {
    if (Status status = writer_->end_batch(number); !status) fail(status.error());
  }
  ledger_.enter(number, std::move(planned.entry));
}

Status Run::write_files(const Batch& batch, FileAnalyser& analyser, Entry& entry) {
  std::vector<FileUpdate> updates;
  std::size_t bytes = 0;
  const auto write = [&] {
    Status status = updates.empty() ? ok() : writer_->write(batch.number, updates);
    updates.clear();
    bytes = 0;
    return status;
  };
  const FileAnalyser::Emit emit = [&](FileUpdate update) {
    bytes += bytes_of(update);
    if (!target_.builds_new && update.is_last) note_changed(update.key);
    updates.push_back(std::move(update));
    return bytes < kBufferedBytes ? ok() : write();
  };
  for (const FileTask& task : batch.files) {
    if (is_stopped()) break;
    if (request_.dry_run) {
      analyser.predict(task, entry);
    } else if (Status status = analyser.analyse(task, emit, entry); !status) {
      return status;
    }
    ++progress_.files;
    progress_.bytes += task.size;
  }
  return write();
}

Status Run::remove_gone(const Planner& planner) {
  std::vector<std::string> keys = planner.gone([this](const std::string& key) {
    const Result<FileState> state = target_.reader->file(key);
    return state ? Result<std::string>(state->path) : Result<std::string>(state.error());
  });
  keys.insert(keys.end(), gone_.begin(), gone_.end());
  Entry entry;
  for (const std::string& key : keys) {
    entry.add(Outcome::kRemoved);
    if (!request_.dry_run) continue;
    const Result<FileState> state = target_.reader->file(key);
    if (state) entry.outcomes.emplace_back(Outcome::kRemoved, state->path);
  }
  ledger_.enter(entry);
  for (const std::string& key : keys) note_changed(key);
  return writer_ ? writer_->remove(keys) : ok();
}

// Rows without a file, and comments without a post, are only known when all was walked that they
// can name.
void Run::tell_of_what_is_beside(const Planner& planner) {
  if (!request_.walk.include.empty() || !request_.walk.exclude.empty()) return;
  const auto is_root = [&](const Scope& scope) {
    const schema::Root* root = target_.roots.find(scope.real);
    return root != nullptr && root->path == scope.real;
  };
  Entry entry;
  for (const schema::Root& root : target_.roots.all()) {
    const bool is_whole =
        std::any_of(target_.scopes.begin(), target_.scopes.end(),
                    [&](const Scope& scope) { return is_below(root.path, scope.real); });
    if (is_whole) manifests_.report_unused(root.path, entry.findings);
  }
  if (std::all_of(target_.scopes.begin(), target_.scopes.end(), is_root)) {
    manifests_.report_unused(Manifests::kForAll, entry.findings);
    planner.companions().report_unused(entry.findings);
  }
  ledger_.enter(entry);
}

void Run::tell_of_damage() {
  const std::optional<Error>& damage = target_.known.damage();
  if (!damage) return;
  Entry entry;
  entry.findings.push_back({Severity::kWarning, target_.folder.generation(), "damaged-file-list",
                            damage->message + "; " + damage->hint});
  ledger_.enter(entry);
}

void Run::note_changed(const std::string& key) {
  const std::lock_guard lock(mutex_);
  changed_.push_back(key);
}

// The index is good without what lies beside it, only slower.
void Run::write_what_is_beside() {
  const std::string generation = target_.folder.generation();
  Entry entry;
  if (const Status status = write_columns(generation, writer_->changed_records()); !status) {
    entry.findings.push_back({Severity::kWarning, generation, "no-columns",
                              status.error().message + "; facets are counted slowly until a run "
                                                       "can write them"});
  }
  const Status status =
      write_known_files(generation, target_.builds_new ? nullptr : &target_.known, changed_);
  if (!status) {
    entry.findings.push_back({Severity::kWarning, generation, "no-file-list",
                              status.error().message + "; runs start slowly until one can write "
                                                       "it"});
  }
  ledger_.enter(entry);
}

void Run::fail(const Error& error) {
  stop_ = true;
  const std::lock_guard lock(mutex_);
  if (!failure_) failure_ = error;
}

bool Run::is_stopped() {
  if (interrupt_) stop_ = true;
  return stop_;
}

Result<RunSummary> Run::summary() {
  RunSummary summary;
  summary.counts = ledger_.counts();
  summary.is_new = target_.builds_new;
  summary.fell_back = target_.fell_back;
  summary.interrupted = stop_;
  summary.dropped_roots = target_.dropped_roots;
  if (request_.dry_run) return summary;
  Result<IndexReader> reader =
      IndexReader::open(target_.folder.generation(), target_.folder.path());
  if (!reader) return reader.error();
  Result<Totals> totals = reader->totals();
  if (!totals) return totals.error();
  summary.totals = *totals;
  return summary;
}

}  // namespace

Result<RunSummary> run_index(const RunRequest& request, const RunListener& listener,
                             RunProgress& progress, const std::atomic<bool>& stop) {
  Result<Target> target = prepare(request);
  if (!target) return target.error();
  Result<Manifests> manifests = Manifests::load(target->roots.all(), request.metadata);
  if (!manifests) return manifests.error();
  RunRequest adjusted = request;
  adjusted.not_articles.push_back(absolute_path(request.database));
  return Run(adjusted, listener, progress, stop, *target, *manifests).run();
}

}  // namespace postil::index
