#include "indexer/store/update_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_set>

#include "core/schema/stamp.h"
#include "core/schema/terms.h"
#include "indexer/store/copy_pass.h"
#include "indexer/store/metadata_keys.h"
#include "indexer/store/record_changes.h"
#include "indexer/store/settle.h"
#include "indexer/store/xapian_document.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {
namespace {

using Clock = std::chrono::steady_clock;

// Documents after which Xapian moves its inverted postings from memory into its tables. Small is
// fast: the inverter is a tree of small strings, and slow once it outgrows the processor's cache.
constexpr const char* kFlushThreshold = "300";

// How much work a power cut may cost.
constexpr std::uint64_t kCommitRecords = 20'000;
constexpr auto kCommitTime = std::chrono::seconds(10);

class UpdateWriter final : public Writer {
 public:
  UpdateWriter(std::string generation, std::string name)
      : generation_(std::move(generation)), name_(std::move(name)) {}

  Status write(std::uint64_t batch, const std::vector<FileUpdate>& updates) override;
  Status end_batch(std::uint64_t batch) override;
  Status remove(const std::vector<std::string>& keys) override;
  Status finish(const std::vector<schema::Root>& roots,
                std::optional<double> copy_threshold) override;
  std::optional<ChangedRecords> changed_records() const override;

 private:
  template <class Task>
  Status attempt(Task&& task);
  void open();
  void apply(const FileUpdate& update);
  void refresh(const FileUpdate& update);
  void put_record(const AnalysedRecord& record, bool may_exist);
  void begin_file(const FileUpdate& update);
  void end_file();
  void delete_record(Xapian::docid id);
  void delete_file(const std::string& key);
  void commit_if_due();
  std::string doing() const { return fmt::format("write to the database {}", name_); }

  const std::string generation_;
  const std::string name_;
  Xapian::WritableDatabase database_;  // opened by the first call that writes
  bool is_open_ = false;
  schema::DatabaseState before_;
  RecordChanges changes_;
  std::uint64_t uncommitted_ = 0;  // records
  Clock::time_point committed_at_ = Clock::now();

  // The file whose parts are being written, and the documents that it had before and that no new
  // record has taken over yet.
  bool in_file_ = false;
  std::unordered_set<Xapian::docid> old_documents_;

  std::mutex mutex_;
  std::condition_variable turn_;
  std::uint64_t next_batch_ = 0;   // whose turn it is to write
  std::set<std::uint64_t> ended_;  // batches behind next_batch_ that ended before their turn
  std::optional<Error> failure_;
};

// Runs `task` unless a call failed before; keeps the first failure. With mutex_ held.
template <class Task>
Status UpdateWriter::attempt(Task&& task) {
  if (failure_) return *failure_;
  const Status status = guarded_wholly(doing(), [&] {
    open();
    task();
    return ok();
  });
  if (!status) {
    failure_ = status.error();
    turn_.notify_all();
  }
  return status;
}

void UpdateWriter::open() {
  if (is_open_) return;
  database_ = Xapian::WritableDatabase(generation_, Xapian::DB_OPEN);
  before_ = {database_.get_uuid(), database_.get_revision()};
  database_.begin_transaction();
  const std::string unsettled(schema::kUnsettledKey);
  if (!database_.get_metadata(unsettled).empty()) changes_.set_unknown();
  database_.set_metadata(unsettled, "1");
  is_open_ = true;
  committed_at_ = Clock::now();
}

Status UpdateWriter::write(std::uint64_t batch, const std::vector<FileUpdate>& updates) {
  std::unique_lock lock(mutex_);
  turn_.wait(lock, [&] { return failure_ || next_batch_ == batch; });
  return attempt([&] {
    for (const FileUpdate& update : updates) {
      apply(update);
      if (update.is_last) commit_if_due();
    }
  });
}

// A batch that ends within a file was cut short by a fault elsewhere. Nothing may be written behind
// half a file: the next commit would make it lasting, without what the file had before.
Status UpdateWriter::end_batch(std::uint64_t batch) {
  const std::lock_guard lock(mutex_);
  if (in_file_ && batch == next_batch_ && !failure_) {
    failure_ =
        Error{ErrorKind::kDatabase, fmt::format("cannot {}: a file came only in part", doing()),
              "run again: the last good index still stands"};
  }
  ended_.insert(batch);
  while (!ended_.empty() && *ended_.begin() == next_batch_) {
    ended_.erase(ended_.begin());
    ++next_batch_;
  }
  turn_.notify_all();
  if (failure_) return *failure_;
  return ok();
}

void UpdateWriter::apply(const FileUpdate& update) {
  if (!update.replaces_records) {
    refresh(update);
    return;
  }
  if (!in_file_) begin_file(update);
  for (const AnalysedRecord& record : update.records) put_record(record, update.is_known);
  in_file_ = !update.is_last;
  if (!update.is_last) return;
  end_file();
  database_.set_metadata(metadata_key(update.key), encode(update.state));
}

void UpdateWriter::refresh(const FileUpdate& update) {
  const std::string key = metadata_key(update.key);
  Result<FileState> state = decode_file_state(database_.get_metadata(key));
  if (!state) return;
  state->size = update.state.size;
  state->modified_ns = update.state.modified_ns;
  database_.set_metadata(key, encode(*state));
}

void UpdateWriter::begin_file(const FileUpdate& update) {
  old_documents_.clear();
  if (!update.is_known) return;
  const std::string term = schema::make_term(schema::kFilePrefix, update.key);
  for (auto document = database_.postlist_begin(term); document != database_.postlist_end(term);
       ++document) {
    old_documents_.insert(*document);
  }
}

void UpdateWriter::put_record(const AnalysedRecord& record, bool may_exist) {
  ++uncommitted_;
  if (may_exist) {
    const auto found = database_.postlist_begin(record.id_term);
    if (found != database_.postlist_end(record.id_term)) {
      const Xapian::docid id = *found;
      old_documents_.erase(id);
      changes_.before_change(database_.get_document(id));
      database_.replace_document(id, to_document(record));
      changes_.after_change(id);
      return;
    }
  }
  changes_.after_change(database_.add_document(to_document(record)));
}

void UpdateWriter::end_file() {
  for (const Xapian::docid id : old_documents_) delete_record(id);
  uncommitted_ += old_documents_.size();
  old_documents_.clear();
}

void UpdateWriter::delete_record(Xapian::docid id) {
  changes_.before_change(database_.get_document(id));
  database_.delete_document(id);
  changes_.after_delete(id);
}

void UpdateWriter::delete_file(const std::string& key) {
  const std::string term = schema::make_term(schema::kFilePrefix, key);
  const std::vector<Xapian::docid> records(database_.postlist_begin(term),
                                           database_.postlist_end(term));
  for (const Xapian::docid id : records) delete_record(id);
  database_.set_metadata(metadata_key(key), std::string());
  ++uncommitted_;
}

void UpdateWriter::commit_if_due() {
  if (uncommitted_ < kCommitRecords && Clock::now() - committed_at_ < kCommitTime) return;
  database_.commit_transaction();
  database_.begin_transaction();
  uncommitted_ = 0;
  committed_at_ = Clock::now();
}

Status UpdateWriter::remove(const std::vector<std::string>& keys) {
  const std::lock_guard lock(mutex_);
  if (keys.empty()) return ok();
  return attempt([&] {
    for (const std::string& key : keys) {
      delete_file(key);
      commit_if_due();
    }
  });
}

Status UpdateWriter::finish(const std::vector<schema::Root>& roots,
                            std::optional<double> copy_threshold) {
  const std::lock_guard lock(mutex_);
  const std::string key(schema::kRootsKey);
  const std::string encoded = schema::encode_roots(roots);
  if (!is_open_ && !failure_) {
    const Result<bool> is_same = guarded(doing(), [&]() -> Result<bool> {
      const Xapian::Database database(generation_);
      return database.get_metadata(key) == encoded &&
             database.get_metadata(std::string(schema::kUnsettledKey)).empty() &&
             (!copy_threshold || stored_copy_threshold(database) == copy_threshold);
    });
    if (is_same && *is_same) return ok();
  }
  return attempt([&] {
    settle(database_, changes_, copy_threshold);
    database_.set_metadata(std::string(schema::kUnsettledKey), std::string());
    database_.set_metadata(key, encoded);
    database_.commit_transaction();
    database_.close();
  });
}

std::optional<ChangedRecords> UpdateWriter::changed_records() const {
  if (!is_open_ || changes_.is_unknown()) return std::nullopt;
  return ChangedRecords{before_, {changes_.touched().begin(), changes_.touched().end()}};
}

}  // namespace

std::unique_ptr<Writer> make_update_writer(const std::string& generation, const std::string& name) {
  // The only way to set it; no other thread is running yet.
  ::setenv("XAPIAN_FLUSH_THRESHOLD", kFlushThreshold, 0);
  return std::make_unique<UpdateWriter>(generation, name);
}

}  // namespace postil::index
