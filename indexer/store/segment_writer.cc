#include "indexer/store/segment_writer.h"

#include <fmt/format.h>
#include <xapian.h>

#include <map>
#include <mutex>
#include <optional>

#include "core/schema/stamp.h"
#include "indexer/store/merge.h"
#include "indexer/store/metadata_keys.h"
#include "indexer/store/settle.h"
#include "indexer/store/xapian_document.h"
#include "indexer/store/xapian_error.h"

namespace postil::index {
namespace {

// When a segment is full. Its postings should fit the processor's cache while they are inverted.
constexpr std::uint64_t kSegmentRecords = 300;
constexpr std::size_t kSegmentBytes = 8 * 1024 * 1024;

// Batches whose segments are merged together as soon as the last of them has ended.
constexpr std::uint64_t kGroup = 32;

// Nobody reads a segment before it is merged, and a crash throws it away: no syncing, no copies.
constexpr int kSegmentFlags =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

// The segments of one batch, written by one thread.
class Batch {
 public:
  explicit Batch(std::string name) : name_(std::move(name)) {}

  void write(const FileUpdate& update) {
    for (const AnalysedRecord& record : update.records) {
      open().add_document(to_document(record));
      bytes_ += record.bytes();
      if (++records_ >= kSegmentRecords || bytes_ >= kSegmentBytes) close();
    }
    if (update.is_last) open().set_metadata(metadata_key(update.key), encode(update.state));
  }

  // The folders of all segments, in order.
  std::vector<std::string> finish() {
    close();
    return std::move(folders_);
  }

 private:
  Xapian::WritableDatabase& open() {
    if (!database_) {
      folders_.push_back(fmt::format("{}.{}", name_, folders_.size()));
      database_.emplace(folders_.back(), kSegmentFlags);
    }
    return *database_;
  }

  void close() {
    if (!database_) return;
    database_->commit();
    database_->close();
    database_.reset();
    records_ = 0;
    bytes_ = 0;
  }

  std::string name_;
  std::vector<std::string> folders_;
  std::optional<Xapian::WritableDatabase> database_;
  std::uint64_t records_ = 0;  // in database_
  std::size_t bytes_ = 0;
};

// Batches that are merged together: numbers kGroup × its own number and on.
struct Group {
  std::uint64_t ended = 0;
  std::map<std::uint64_t, std::vector<std::string>> segments;  // by batch
  std::string merged;                                          // once all have ended; "" if empty

  std::vector<std::string> folders() const {
    if (!merged.empty()) return {merged};
    std::vector<std::string> all;
    for (const auto& [batch, folders] : segments) {
      all.insert(all.end(), folders.begin(), folders.end());
    }
    return all;
  }
};

class SegmentWriter final : public Writer {
 public:
  SegmentWriter(DatabaseFolder& folder, WorkFolder work)
      : folder_(folder), work_(std::move(work)) {}

  Status write(std::uint64_t batch, const std::vector<FileUpdate>& updates) override;
  Status end_batch(std::uint64_t batch) override;
  Status remove(const std::vector<std::string>& /*keys*/) override { return ok(); }
  Status finish(const std::vector<schema::Root>& roots,
                std::optional<double> copy_threshold) override;

 private:
  template <class Task>
  Status attempt(Task&& task);
  Batch& find_batch(std::uint64_t number);
  std::optional<Group> add_to_group(std::uint64_t batch, std::vector<std::string> folders);
  Status merge_group(std::uint64_t number, const Group& group);

  DatabaseFolder& folder_;
  const WorkFolder work_;  // where segments and merged groups are

  std::mutex mutex_;  // for what follows; not held while a database is written
  std::map<std::uint64_t, Batch> batches_;
  std::map<std::uint64_t, Group> groups_;
  std::optional<Error> failure_;
};

// Runs `task` unless a call failed before; keeps the first failure.
template <class Task>
Status SegmentWriter::attempt(Task&& task) {
  {
    const std::lock_guard lock(mutex_);
    if (failure_) return *failure_;
  }
  const Status status = guarded_wholly(fmt::format("write to {}", work_.path()), task);
  if (!status) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = status.error();
  }
  return status;
}

Batch& SegmentWriter::find_batch(std::uint64_t number) {
  const std::lock_guard lock(mutex_);
  return batches_.try_emplace(number, fmt::format("{}/s{}", work_.path(), number)).first->second;
}

Status SegmentWriter::write(std::uint64_t batch, const std::vector<FileUpdate>& updates) {
  return attempt([&] {
    Batch& segments = find_batch(batch);
    for (const FileUpdate& update : updates) segments.write(update);
    return ok();
  });
}

Status SegmentWriter::end_batch(std::uint64_t batch) {
  return attempt([&] {
    std::vector<std::string> folders = find_batch(batch).finish();
    const std::optional<Group> full = add_to_group(batch, std::move(folders));
    return full ? merge_group(batch / kGroup, *full) : ok();
  });
}

// The group, if this was its last batch.
std::optional<Group> SegmentWriter::add_to_group(std::uint64_t batch,
                                                 std::vector<std::string> folders) {
  const std::lock_guard lock(mutex_);
  batches_.erase(batch);
  Group& group = groups_[batch / kGroup];
  group.segments[batch] = std::move(folders);
  if (++group.ended < kGroup) return std::nullopt;
  return group;
}

Status SegmentWriter::merge_group(std::uint64_t number, const Group& group) {
  const std::vector<std::string> folders = group.folders();
  if (folders.empty()) return ok();
  const std::string merged = fmt::format("{}/m{}", work_.path(), number);
  if (Status status = merge_databases(folders, merged); !status) return status;
  const std::lock_guard lock(mutex_);
  groups_[number].merged = merged;
  return ok();
}

Status SegmentWriter::finish(const std::vector<schema::Root>& roots,
                             std::optional<double> copy_threshold) {
  const std::string built = work_.path() + "/all";
  const Status status = attempt([&] {
    std::vector<std::string> folders;
    for (const auto& [number, group] : groups_) {
      const std::vector<std::string> more = group.folders();
      folders.insert(folders.end(), more.begin(), more.end());
    }
    if (!folders.empty()) {
      if (Status merged = merge_databases(folders, built); !merged) return merged;
    }
    Xapian::WritableDatabase database(built, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    database.set_metadata(std::string(schema::kStampKey), schema::current_stamp());
    database.set_metadata(std::string(schema::kRootsKey), schema::encode_roots(roots));
    RecordChanges changes;
    changes.set_unknown();
    settle(database, changes, copy_threshold);
    database.commit();
    database.close();
    return ok();
  });
  if (!status) return status;
  return folder_.publish(built);
}

}  // namespace

Result<std::unique_ptr<Writer>> make_segment_writer(DatabaseFolder& folder) {
  Result<WorkFolder> work = folder.begin_generation();
  if (!work) return work.error();
  return std::unique_ptr<Writer>(std::make_unique<SegmentWriter>(folder, std::move(*work)));
}

}  // namespace postil::index
